package dev.baton;

import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;

/** How Flyway connects: as the owner of the schema, which the application itself never does. */
record OwnerConnection(String url, String username, String password) implements FlywayConnectionDetails {

    @Override
    public String getUsername() {
        return username;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return url;
    }
}
