package studio.crossbar.device;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import studio.crossbar.json.JsonFields;
import studio.crossbar.json.JsonFormatException;
import studio.crossbar.json.JsonText;

/** Drift laws in JSON: an object whose "law" says what else it holds. */
final class DriftJson {

    private static final String[] POWER_LAW = {"law", "referenceSeconds", "exponentMean", "exponentSigma", "source"};
    private static final String[] LOGARITHMIC = {
        "law", "meanMicroSiemensPerE", "sigmaMicroSiemens", "sigmaMicroSiemensPerE", "source"
    };
    private static final String[] MEASURED = {"law", "interpolation", "times", "source"};

    private enum Law {
        NONE,
        POWER_LAW,
        LOGARITHMIC,
        MEASURED
    }

    private DriftJson() {}

    static Drift read(JsonFields parent, String name) throws JsonFormatException {
        JsonFields json = parent.object(
                name,
                Stream.of(POWER_LAW, LOGARITHMIC, MEASURED)
                        .flatMap(Stream::of)
                        .distinct()
                        .toArray(String[]::new));
        return switch (json.choice("law", Law.class)) {
            case NONE -> none(json.knowing("law", "source"));
            case POWER_LAW -> powerLaw(json.knowing(POWER_LAW));
            case LOGARITHMIC -> logarithmic(json.knowing(LOGARITHMIC));
            case MEASURED -> measured(json.knowing(MEASURED));
        };
    }

    private static Drift none(JsonFields json) throws JsonFormatException {
        String source = json.text("source");
        return json.build(() -> new Drift.None(source));
    }

    private static Drift powerLaw(JsonFields json) throws JsonFormatException {
        double reference = json.number("referenceSeconds");
        Curve mean = CurveJson.read(json, "exponentMean");
        Curve sigma = CurveJson.read(json, "exponentSigma");
        String source = json.text("source");
        return json.build(() -> new Drift.PowerLaw(reference, mean, sigma, source));
    }

    private static Drift logarithmic(JsonFields json) throws JsonFormatException {
        double mean = json.number("meanMicroSiemensPerE");
        double sigma = json.number("sigmaMicroSiemens");
        double growth = json.number("sigmaMicroSiemensPerE");
        String source = json.text("source");
        return json.build(() -> new Drift.Logarithmic(mean, sigma, growth, source));
    }

    private static Drift measured(JsonFields json) throws JsonFormatException {
        Drift.Interpolation interpolation = json.choice("interpolation", Drift.Interpolation.class);
        List<Drift.Moment> times = new ArrayList<>();
        for (JsonFields time : json.objects("times", "seconds", "shift", "sigma")) {
            double seconds = time.number("seconds");
            Curve shift = CurveJson.read(time, "shift");
            Curve sigma = CurveJson.read(time, "sigma");
            times.add(time.build(() -> new Drift.Moment(seconds, shift, sigma)));
        }
        String source = json.text("source");
        return json.build(() -> new Drift.Measured(interpolation, times, source));
    }

    static void write(ObjectNode parent, String name, Drift drift) {
        ObjectNode json = parent.putObject(name);
        switch (drift) {
            case Drift.None _ -> law(json, Law.NONE);
            case Drift.PowerLaw law -> {
                law(json, Law.POWER_LAW).set("referenceSeconds", JsonText.number(law.referenceSeconds()));
                CurveJson.write(json, "exponentMean", law.exponentMean());
                CurveJson.write(json, "exponentSigma", law.exponentSigma());
            }
            case Drift.Logarithmic law -> {
                law(json, Law.LOGARITHMIC).set("meanMicroSiemensPerE", JsonText.number(law.meanMicroSiemensPerE()));
                json.set("sigmaMicroSiemens", JsonText.number(law.sigmaMicroSiemens()));
                json.set("sigmaMicroSiemensPerE", JsonText.number(law.sigmaMicroSiemensPerE()));
            }
            case Drift.Measured law -> {
                law(json, Law.MEASURED).put("interpolation", JsonFields.nameOf(law.interpolation()));
                ArrayNode times = json.putArray("times");
                for (Drift.Moment moment : law.times()) {
                    ObjectNode time = times.addObject();
                    time.set("seconds", JsonText.number(moment.seconds()));
                    CurveJson.write(time, "shift", moment.shift());
                    CurveJson.write(time, "sigma", moment.sigma());
                }
            }
        }
        json.put("source", drift.source());
    }

    private static ObjectNode law(ObjectNode json, Law law) {
        return json.put("law", JsonFields.nameOf(law));
    }
}
