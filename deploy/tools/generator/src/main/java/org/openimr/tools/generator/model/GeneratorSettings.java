package org.openimr.tools.generator.model;

import java.util.Set;
import org.openimr.parser.letter.model.LetterLayout;

/**
 * What letters are wanted.
 *
 * @param seed the same seed gives the same letters
 * @param layouts from which each letter's is thrown, STANDARD most often
 * @param eras where none of these used the letter's layout, one that did is taken
 * @param renderings from which each letter's is thrown
 * @param noises of which each letter has some
 * @param noiseShare share of letters, 0 to 1, that have a given noise
 * @param overturnedShare share of items, 0 to 1, that are overturned
 * @param resentShare share of letters, 0 to 1, that are an earlier one again, in another rendering
 * @param revisedShare share of letters, 0 to 1, that are the next revision of an earlier one
 */
public record GeneratorSettings(
    long seed,
    Set<LetterLayout> layouts,
    Set<Era> eras,
    Set<Rendering> renderings,
    Set<Noise> noises,
    double noiseShare,
    double overturnedShare,
    double resentShare,
    double revisedShare) {

  public GeneratorSettings {
    layouts = Set.copyOf(layouts);
    eras = Set.copyOf(eras);
    renderings = Set.copyOf(renderings);
    noises = Set.copyOf(noises);
    if (layouts.isEmpty() || eras.isEmpty() || renderings.isEmpty()) {
      throw new IllegalArgumentException("at least one layout, era and rendering");
    }
    if (resentShare < 0 || revisedShare < 0 || resentShare + revisedShare > 0.9) {
      throw new IllegalArgumentException("letters sent again and revised: 0 to 0.9 together");
    }
  }

  /** Letters of all layouts, eras and renderings, none of them noisy, each of another case. */
  public static GeneratorSettings withSeed(long seed) {
    return new GeneratorSettings(
        seed,
        Set.of(LetterLayout.values()),
        Set.of(Era.values()),
        Set.of(Rendering.values()),
        Set.of(),
        0.15,
        0.11,
        0,
        0);
  }

  public GeneratorSettings withLayouts(Set<LetterLayout> wanted) {
    return new GeneratorSettings(
        seed,
        wanted,
        eras,
        renderings,
        noises,
        noiseShare,
        overturnedShare,
        resentShare,
        revisedShare);
  }

  public GeneratorSettings withEras(Set<Era> wanted) {
    return new GeneratorSettings(
        seed,
        layouts,
        wanted,
        renderings,
        noises,
        noiseShare,
        overturnedShare,
        resentShare,
        revisedShare);
  }

  public GeneratorSettings withRenderings(Set<Rendering> wanted) {
    return new GeneratorSettings(
        seed,
        layouts,
        eras,
        wanted,
        noises,
        noiseShare,
        overturnedShare,
        resentShare,
        revisedShare);
  }

  public GeneratorSettings withNoises(Set<Noise> wanted) {
    return new GeneratorSettings(
        seed,
        layouts,
        eras,
        renderings,
        wanted,
        noiseShare,
        overturnedShare,
        resentShare,
        revisedShare);
  }

  public GeneratorSettings withNoiseShare(double share) {
    return new GeneratorSettings(
        seed, layouts, eras, renderings, noises, share, overturnedShare, resentShare, revisedShare);
  }

  public GeneratorSettings withOverturnedShare(double share) {
    return new GeneratorSettings(
        seed, layouts, eras, renderings, noises, noiseShare, share, resentShare, revisedShare);
  }

  public GeneratorSettings withResent(double resent, double revised) {
    return new GeneratorSettings(
        seed, layouts, eras, renderings, noises, noiseShare, overturnedShare, resent, revised);
  }
}
