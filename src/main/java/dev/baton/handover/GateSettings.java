package dev.baton.handover;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the gates ask for.
 *
 * @param told share of the steps that must be told before execution begins, in percent
 * @param approved share of the steps that must be approved before close-out begins, in percent
 */
@ConfigurationProperties("baton.gates")
record GateSettings(@DefaultValue("60") int told, @DefaultValue("100") int approved) {

    GateSettings {
        if (told < 0 || told > 100 || approved < 0 || approved > 100) {
            throw new IllegalArgumentException("baton.gates.told and .approved are shares in percent, 0 to 100");
        }
    }

    /** How many of that many steps are that share, rounded up. */
    static int share(int percent, int steps) {
        return (percent * steps + 99) / 100;
    }
}
