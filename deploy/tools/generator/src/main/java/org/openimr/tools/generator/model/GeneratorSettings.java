package org.openimr.tools.generator.model;

import java.util.Set;
import org.openimr.parser.letter.model.LetterLayout;

/**
 * Settings of the letter generator.
 *
 * @param seed the same seed gives the same letters
 * @param layouts layouts to choose from, STANDARD most often
 * @param eras eras to choose from; an era that used the layout if none of them did
 * @param renderings renderings to choose from
 * @param noises noises to choose from
 * @param noiseShare share of letters, 0 to 1, that have a given noise
 * @param overturnedShare share of items, 0 to 1, that are overturned
 * @param resentShare share of letters, 0 to 1, that resend an earlier one in another rendering
 * @param revisedShare share of letters, 0 to 1, that revise an earlier one
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
      throw new IllegalArgumentException("at least one layout, era and rendering is required");
    }
    if (resentShare < 0 || revisedShare < 0 || resentShare + revisedShare > 0.9) {
      throw new IllegalArgumentException(
          "the shares of resent and revised letters must be between 0 and 0.9 together");
    }
  }

  /** All layouts, eras and renderings, no noise, and one letter per case. */
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

  public GeneratorSettings withLayouts(Set<LetterLayout> selected) {
    return new GeneratorSettings(
        seed,
        selected,
        eras,
        renderings,
        noises,
        noiseShare,
        overturnedShare,
        resentShare,
        revisedShare);
  }

  public GeneratorSettings withEras(Set<Era> selected) {
    return new GeneratorSettings(
        seed,
        layouts,
        selected,
        renderings,
        noises,
        noiseShare,
        overturnedShare,
        resentShare,
        revisedShare);
  }

  public GeneratorSettings withRenderings(Set<Rendering> selected) {
    return new GeneratorSettings(
        seed,
        layouts,
        eras,
        selected,
        noises,
        noiseShare,
        overturnedShare,
        resentShare,
        revisedShare);
  }

  public GeneratorSettings withNoises(Set<Noise> selected) {
    return new GeneratorSettings(
        seed,
        layouts,
        eras,
        renderings,
        selected,
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
