package dev.baton.identity;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a role by its code, so that renaming the constant changes no data. */
@Converter
class RoleConverter implements AttributeConverter<Role, String> {

    @Override
    public String convertToDatabaseColumn(Role role) {
        return role.code();
    }

    @Override
    public Role convertToEntityAttribute(String code) {
        return Role.ofCode(code).orElseThrow(() -> new IllegalStateException("No role " + code));
    }
}
