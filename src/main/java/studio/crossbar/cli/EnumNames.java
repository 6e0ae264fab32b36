package studio.crossbar.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/** Options that are one of a few constants take them in any case, and as the project's files write them: {@code rowBlock}. */
final class EnumNames {

    private EnumNames() {}

    /** Has all options of {@code command} and its subcommands take such names. */
    static void accept(CommandLine command) {
        for (ArgSpec argument : command.getCommandSpec().args()) {
            register(command, argument.type());
            for (Class<?> type : argument.auxiliaryTypes()) {
                register(command, type);
            }
        }
        command.getSubcommands().values().forEach(EnumNames::accept);
    }

    private static <K> void register(CommandLine command, Class<K> type) {
        if (type.isEnum()) {
            command.registerConverter(type, value -> constant(type, value));
        }
    }

    private static <K> K constant(Class<K> type, String value) {
        K[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> folded(name(constant)).equals(folded(value)))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + Arrays.stream(constants).map(EnumNames::name).collect(Collectors.joining(", ", "[", "]"))
                        + " (in any case, or as in the project's files) but was '" + value + "'"));
    }

    private static String name(Object constant) {
        return ((Enum<?>) constant).name();
    }

    private static String folded(String name) {
        return name.replaceAll("[_-]", "").toLowerCase(Locale.ROOT);
    }
}
