package dev.baton.contradiction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Units as people write them. */
class UnitReaderTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mL | ml | 1",
                "L | mL | 1000",
                "µL | uL | 1",
                "millilitres | mL | 1",
                "mL/egg | ml / eggs | 1",
                "mL per egg | mL/egg | 1",
                "L/egg | mL/egg | 1000",
                "L/m²/h | L/m2/hr | 1",
                "L/m^2/h | L/m²/min | 0.016666666666666666",
                "mL/min | L/h | 0.06",
                "bar | mbar | 1000",
                "bar | kPa | 100",
                "psi | kPa | 6.894757293168",
                "rpm | 1/min | 1",
                "Hz | rpm | 60",
                "h | min | 60",
                "days | h | 24",
                "g/L | mg/mL | 1",
                "mM | µmol/mL | 1",
                "% | percent | 1",
                "log10 FFU/0.2 mL | Log10 FFU/0.2 mL | 1",
                "foci | Foci | 1",
                "'' | 1 | 1"
            })
    void oneIsAsManyOfTheOther(String one, String other, double factor) throws Exception {
        var from = UnitReader.read(one);
        var to = UnitReader.read(other);
        assertThat(from.isSameKindAs(to)).as(one + " and " + other).isTrue();
        assertThat(from.known().getConverterToAny(to.known()).convert(1.0))
                .as(one + " in " + other)
                .isCloseTo(factor, org.assertj.core.data.Percentage.withPercentage(1e-6));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mL | g",
                "mL/egg | mL",
                "mL/egg | mL/tray",
                "°C | min",
                "egg | tray",
                "log10 FFU/0.2 mL | FFU/mL",
                "pH | °Bx",
                "m | min",
                "L/m²/h | L/h",
                "% | bar"
            })
    void theseAreOfDifferentKinds(String one, String other) {
        assertThat(UnitReader.read(one).isSameKindAs(UnitReader.read(other)))
                .as(one + " and " + other)
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"°C", "° C", "deg C", "degrees Celsius", "C", "celsius", "K"})
    void aTemperatureIsKnownHoweverItIsWritten(String text) {
        assertThat(UnitReader.read(text).isTemperature()).isTrue();
        assertThat(UnitReader.read(text).isSameKindAs(UnitReader.read("°C"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mL", "mL/°C", "log °C", "eggs", ""})
    void nothingElseIsATemperature(String text) {
        assertThat(UnitReader.read(text).isTemperature()).isFalse();
    }

    @Property(tries = 500)
    void whateverIsTypedIsReadAndIsOfItsOwnKind(@ForAll @StringLength(max = 60) String text) {
        assertThatCode(() -> UnitReader.read(text)).doesNotThrowAnyException();
        assertThat(UnitReader.read(text).isSameKindAs(UnitReader.read(text))).isTrue();
    }
}
