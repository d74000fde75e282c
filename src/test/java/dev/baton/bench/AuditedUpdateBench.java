package dev.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.identity.Acting;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/** P4: the update of one field of a record, audited by Envers, against the same update without; and with our trail too. */
class AuditedUpdateBench extends BenchedBaton {

    private static final int UPDATES = Scale.of(20, 100);
    private static final double TARGET = 1 / 1.6;

    @Autowired
    private DataSource source;

    @Autowired
    private EntityManagerFactory product;

    @Autowired
    private JdbcTemplate jdbc;

    private Class<?> type;
    private Field name;
    private UUID record;

    @BeforeEach
    void choose() throws ReflectiveOperationException {
        type = Class.forName("dev.baton.identity.Person");
        name = type.getDeclaredField("name");
        name.setAccessible(true);
        record = jdbc.queryForObject("select id from person where username = 'expert3'", UUID.class);
    }

    @Test
    void anAuditedUpdateCostsLittleMoreThanOneThatIsNot() throws Exception {
        var plain = factory("plain", false);
        var envers = factory("envers", true);
        try {
            comparison("Envers", TARGET, plain, envers);
            comparison("Envers and trail", null, plain, product);
            assertThat(jdbc.queryForObject("select count(*) from person_aud where id = ?", Long.class, record))
                    .isGreaterThan(2L * UPDATES);
        } finally {
            plain.close();
            envers.close();
        }
    }

    private void comparison(String with, Double target, EntityManagerFactory plain, EntityManagerFactory audited)
            throws Exception {
        var comparison = Comparison.of("P4", "update with " + with).on(DATABASE).at("updates", UPDATES);
        if (target != null) {
            comparison.target(target);
        }
        comparison.reference(() -> update(plain)).ours(() -> update(audited)).measure();
    }

    private void update(EntityManagerFactory factory) {
        Acting.because("Measured", () -> {
            for (int i = 0; i < UPDATES; i++) {
                try (var entities = factory.createEntityManager()) {
                    entities.getTransaction().begin();
                    name.set(entities.find(type, record), "Measured " + UUID.randomUUID());
                    entities.getTransaction().commit();
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
            return null;
        });
    }

    /** The product's entities on the product's tables, without the product. */
    private EntityManagerFactory factory(String unit, boolean audited) {
        var factory = new LocalContainerEntityManagerFactoryBean();
        factory.setPersistenceUnitName(unit);
        factory.setDataSource(source);
        factory.setPackagesToScan("dev.baton");
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of(
                "hibernate.integration.envers.enabled",
                audited,
                "org.hibernate.envers.audit_table_suffix",
                "_aud",
                "org.hibernate.envers.store_data_at_delete",
                true,
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy",
                "hibernate.jdbc.time_zone",
                "UTC",
                "hibernate.jdbc.batch_size",
                50));
        factory.afterPropertiesSet();
        return factory.getObject();
    }
}
