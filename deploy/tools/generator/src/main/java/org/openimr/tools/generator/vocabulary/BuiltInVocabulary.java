package org.openimr.tools.generator.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openimr.tools.generator.model.Era;

/**
 * The most frequently cited names, from the resource {@code vocabulary.txt}: one line per name,
 * with fields separated by {@code |}.
 */
final class BuiltInVocabulary implements GuidelineVocabulary {
  private final Map<Era, List<Head>> heads = new EnumMap<>(Era.class);
  private final List<Chapter> chapters = new ArrayList<>();
  private final List<String> specialties = new ArrayList<>();

  BuiltInVocabulary() {
    try (InputStream in = BuiltInVocabulary.class.getResourceAsStream("vocabulary.txt")) {
      new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(this::add);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    heads.put(Era.YEAR_2013, heads(Era.YEARS_2014_2015));
  }

  private void add(String line) {
    String[] fields = line.split("\\|", -1);
    switch (fields[0]) {
      case "specialty" -> specialties.add(fields[1]);
      case "odg" -> chapters.add(new Chapter(fields[1], List.of(fields[2].split(";"))));
      case "head" -> addHead(fields);
      case "section" -> addSection(fields);
      default -> {
        // An empty line or a comment.
      }
    }
  }

  private void addHead(String[] fields) {
    heads
        .computeIfAbsent(Era.valueOf(fields[1]), era -> new ArrayList<>())
        .add(new Head(fields[2], fields[3], fields[4], new ArrayList<>()));
  }

  /** A section belongs to the document before it. */
  private void addSection(String[] fields) {
    List<Head> eraHeads = heads(Era.valueOf(fields[1]));
    int first = Integer.parseInt(fields[3]);
    int last = Integer.parseInt(fields[4]);
    eraHeads.get(eraHeads.size() - 1).sections().add(new Section(fields[2], first, last));
  }

  @Override
  public List<Head> heads(Era era) {
    return Objects.requireNonNull(heads.get(era), () -> "no documents of " + era);
  }

  @Override
  public List<Chapter> odgChapters() {
    return chapters;
  }

  @Override
  public List<String> specialties() {
    return specialties;
  }
}
