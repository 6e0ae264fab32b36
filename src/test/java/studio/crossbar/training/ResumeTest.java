package studio.crossbar.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import studio.crossbar.design.Design;
import studio.crossbar.design.PolarityStart;
import studio.crossbar.hardware.Cell;
import studio.crossbar.hardware.DigitalScaling;
import studio.crossbar.hardware.Polarity;

/** A training that goes on from any epoch gives the bits of one that never stopped. */
class ResumeTest {

    private static final long KEY = 42;

    @ParameterizedTest
    @CsvSource({
        "DIFFERENTIAL, AFFINE, 0, RANDOM",
        "ROW_BLOCK, AFFINE, 0.9, RANDOM",
        "ROW_BLOCK, AFFINE, 0, FLOAT",
        "POSITIVE, SHIFT, 0, RANDOM"
    })
    void goesOnBitForBitFromEveryEpoch(Polarity polarity, DigitalScaling scaling, double averaging, PolarityStart start)
            throws IOException {
        Design base = Waves.design(polarity, Waves.recipe(2, 3).with(r -> {
            r.averaging = averaging;
            r.polarityStart = start;
            r.validationSubjects = 1;
            r.augmentation = 0.3;
        }));
        Design design = base.withHardware(base.hardware().withScaling(scaling));
        List<byte[]> kept = new ArrayList<>();
        TrainedNetwork whole = Trainer.train(
                design,
                Waves.parts(),
                TrainingListener.NONE,
                null,
                state -> kept.add(TrainingStateCodec.encode(state, KEY)));
        assertThat(kept).hasSize(polarity.unipolar() ? 7 : 5);
        Confusion counted = Objects.requireNonNull(whole.floatConfusion());
        assertThat(counted.accuracy()).isEqualTo(whole.floatAccuracy());
        assertThat(counted.windows(0) + counted.windows(1) + counted.windows(2))
                .isLessThanOrEqualTo(Waves.parts().test().size());
        for (byte[] bytes : kept) {
            TrainingState state = TrainingStateCodec.decode(bytes, KEY);
            assertThat(state).isNotNull();
            TrainedNetwork resumed =
                    Trainer.train(design, Waves.parts(), TrainingListener.NONE, state, TrainingState.Store.NONE);
            assertThat(resumed.history()).isEqualTo(whole.history());
            assertThat(resumed.floatAccuracy()).isEqualTo(whole.floatAccuracy());
            assertThat(resumed.floatConfusion()).isEqualTo(whole.floatConfusion());
            for (int i = 0; i < whole.layers().size(); i++) {
                assertThat(resumed.layers().get(i).weights())
                        .isEqualTo(whole.layers().get(i).weights());
                assertThat(resumed.layers().get(i).multiplier())
                        .isEqualTo(whole.layers().get(i).multiplier());
                assertThat(resumed.layers().get(i).bias())
                        .isEqualTo(whole.layers().get(i).bias());
                assertThat(resumed.layers().get(i).ranges())
                        .isEqualTo(whole.layers().get(i).ranges());
            }
        }
    }

    /** Bits decide nothing before the hardware epochs, so that designs that differ in them may share those epochs. */
    @ParameterizedTest
    @EnumSource(
            value = Epoch.Phase.class,
            names = {"FLOAT", "POLARITY"})
    void goesOnFromTheFloatEpochsOfOtherCells(Epoch.Phase phase) {
        Design other = Waves.design(Polarity.ROW_BLOCK, Waves.recipe(2, 1));
        Design design = other.withHardware(other.hardware().withCell(new Cell(4, 1, 20)));
        List<TrainingState> kept = new ArrayList<>();
        Trainer.train(other, Waves.parts(), TrainingListener.NONE, null, kept::add);
        TrainingState last =
                kept.stream().filter(state -> state.phase() == phase).toList().getLast();
        TrainedNetwork whole = Trainer.train(design, Waves.parts(), TrainingListener.NONE);
        TrainedNetwork resumed =
                Trainer.train(design, Waves.parts(), TrainingListener.NONE, last, TrainingState.Store.NONE);
        assertThat(resumed.floatAccuracy()).isEqualTo(whole.floatAccuracy());
        for (int i = 0; i < whole.layers().size(); i++) {
            assertThat(resumed.layers().get(i).weights())
                    .isEqualTo(whole.layers().get(i).weights());
            assertThat(resumed.layers().get(i).ranges())
                    .isEqualTo(whole.layers().get(i).ranges());
        }
    }

    /** The version before had no counts of classes at its end. */
    @Test
    void stateOfTheVersionBeforeIsRead() throws IOException {
        List<TrainingState> kept = new ArrayList<>();
        Trainer.train(
                Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(1, 1)),
                Waves.parts(),
                TrainingListener.NONE,
                null,
                kept::add);
        TrainingState first = kept.getFirst();
        assertThat(first.floatConfusion()).isNull();
        byte[] now = TrainingStateCodec.encode(first, KEY);
        ByteBuffer before = ByteBuffer.allocate(now.length - Integer.BYTES);
        before.put(now, 0, now.length - Integer.BYTES - Long.BYTES).putInt(Long.BYTES, 2);
        CRC32C crc = new CRC32C();
        crc.update(before.array(), 0, before.position());
        before.putLong(crc.getValue());
        TrainingState read = TrainingStateCodec.decode(before.array(), KEY);
        assertThat(read)
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(first);
        assertThat(TrainingStateCodec.decode(TrainingStateCodec.encode(kept.getLast(), KEY), KEY))
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(kept.getLast());
        assertThat(kept.getLast().floatConfusion()).isNotNull();
    }

    @Test
    void refusesDamageAndLeavesAnotherTrainingsStateAlone() throws IOException {
        List<byte[]> kept = new ArrayList<>();
        Trainer.train(
                Waves.design(Polarity.DIFFERENTIAL, Waves.recipe(1, 0)),
                Waves.parts(),
                TrainingListener.NONE,
                null,
                state -> kept.add(TrainingStateCodec.encode(state, KEY)));
        byte[] bytes = kept.getFirst();
        assertThat(TrainingStateCodec.decode(bytes, KEY + 1)).isNull();
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 2] ^= 4;
        assertThatThrownBy(() -> TrainingStateCodec.decode(flipped, KEY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("damaged");
        for (int length : new int[] {0, 7, 40, bytes.length - 1}) {
            assertThatThrownBy(() -> TrainingStateCodec.decode(Arrays.copyOf(bytes, length), KEY))
                    .isInstanceOf(IOException.class);
        }
    }
}
