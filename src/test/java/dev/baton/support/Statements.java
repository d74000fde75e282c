package dev.baton.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the SQL statements that the product sends, whoever sends them; a batch counts as one. */
@TestConfiguration(proxyBeanMethods = false)
public class Statements {

    private static final AtomicLong SENT = new AtomicLong();
    private static final AtomicLong ASKED = new AtomicLong();
    private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();

    /** How many were sent so far. */
    public static long sent() {
        return SENT.get();
    }

    /**
     * How many this takes at least of several times, on threads that answer requests: timers, notices and the sealer
     * send some of their own meanwhile, and so may a page that another test left open.
     */
    public static long least(Runnable work) {
        return LongStream.range(0, 5)
                .map(time -> {
                    var before = ASKED.get();
                    work.run();
                    return ASKED.get() - before;
                })
                .min()
                .stream()
                .filter(asked -> asked > 0)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no request asked the database anything"));
    }

    /** The statements that this thread sends while it does that, a batch once. */
    public static List<String> of(Runnable work) {
        var heard = new ArrayList<String>();
        HEARD.set(heard);
        try {
            work.run();
        } finally {
            HEARD.remove();
        }
        return heard;
    }

    /** A source of connections whose statements count too. */
    public static DataSource counted(DataSource source) {
        return new Counting(source);
    }

    @Bean
    static BeanPostProcessor countStatements() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new Counting(source) : bean;
            }
        };
    }

    private static final class Counting extends DelegatingDataSource {

        Counting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return counted(Connection.class, super.getConnection(), "");
        }
    }

    /** The real thing, watched; the SQL it was prepared with, or an empty text. */
    private static <T> T counted(Class<T> type, T real, String prepared) {
        return type.cast(Proxy.newProxyInstance(
                Statements.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
                    var sql = args != null && args[0] instanceof String text ? text : prepared;
                    if (method.getName().startsWith("execute")) {
                        SENT.incrementAndGet();
                        if (Thread.currentThread().getName().startsWith("http-")) {
                            ASKED.incrementAndGet();
                        }
                        if (HEARD.get() != null) {
                            HEARD.get().add(sql);
                        }
                    }
                    try {
                        var answer = method.invoke(real, args);
                        var returns = method.getReturnType();
                        return answer instanceof Statement statement && Statement.class.isAssignableFrom(returns)
                                ? countedStatement(returns.asSubclass(Statement.class), statement, sql)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private static <S extends Statement> S countedStatement(Class<S> type, Statement statement, String sql) {
        return counted(type, type.cast(statement), sql);
    }
}
