package org.openimr.tools.generator.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openimr.parser.citation.model.Citation.Pages;
import org.openimr.tools.generator.model.Era;
import org.openimr.tools.generator.model.LabelledCitation;
import org.openimr.tools.generator.model.SeededRandom;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary.Head;
import org.openimr.tools.generator.vocabulary.GuidelineVocabulary.Section;

/** Generates MTUS citations: up to five documents, each with sections or pages. */
final class MtusCitationGenerator {
  private static final String REGULATION = " Section (9792.20-9792.26)";
  private final GuidelineVocabulary vocabulary;

  MtusCitationGenerator(GuidelineVocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Appends a complete sentence. */
  void append(
      Era era,
      boolean typingErrors,
      SeededRandom random,
      StringBuilder statement,
      List<LabelledCitation> citations) {
    statement.append("Decision based on MTUS ");
    String separator = "";
    for (Head head : heads(era, random)) {
      statement.append(separator);
      int start = statement.length();
      boolean misspelt = typingErrors && random.nextBoolean(0.3);
      LabelledCitation citation =
          head.edition().isEmpty()
              ? paged(head, statement, start, random)
              : dated(head, statement, start, misspelt, random);
      citations.add(citation);
      separator = ", and ";
    }
    statement.append('.');
  }

  /** Appends a guideline in the prose of 2013, up to the end of the sentence. */
  LabelledCitation appendProse(SeededRandom random, StringBuilder out) {
    Head head = random.pick(vocabulary.heads(Era.YEAR_2013));
    Section section = random.pick(head.sections());
    int start = out.length();
    out.append(head.printed());
    List<String> sections = section.name().isEmpty() ? List.of() : List.of(section.name());
    sections.forEach(name -> out.append(", ").append(name));
    int page = random.nextIntBetween(section.firstPage(), section.lastPage());
    out.append(", page ").append(page);
    String text = out.substring(start);
    out.append(random.nextBoolean(0.5) ? ", which is part of the MTUS." : ", part of the MTUS.");
    return LabelledCitation.mtus(
        text, head.document(), Optional.empty(), sections, List.of(new Pages(page, page)));
  }

  private List<Head> heads(Era era, SeededRandom random) {
    List<Head> available = vocabulary.heads(era);
    int count = 1 + random.weightedIndex(80, 15, 3, 1, 1);
    List<Head> heads = new ArrayList<>(count);
    while (heads.size() < count) {
      // The document on chronic pain is cited more often than all others together.
      Head head = random.nextBoolean(0.45) ? available.get(0) : random.pick(available);
      if (heads.stream().noneMatch(other -> other.document().equals(head.document()))) {
        heads.add(head);
      } else {
        count--;
      }
    }
    return heads;
  }

  private static LabelledCitation dated(
      Head head, StringBuilder out, int start, boolean misspelt, SeededRandom random) {
    List<String> sections = sections(head, random);
    boolean misspeltHead = misspelt && sections.isEmpty();
    out.append(misspeltHead ? misspelt(head.printed(), random) : head.printed());
    out.append(' ').append(head.edition());
    if (random.nextBoolean(0.02)) {
      out.append(" Guidelines");
    }
    if (misspelt && !misspeltHead) {
      sections.set(0, misspelt(sections.get(0), random));
    }
    String separator = ", Section(s): ";
    for (String section : sections) {
      out.append(separator).append(section);
      separator = ", ";
    }
    return LabelledCitation.mtus(
        out.substring(start),
        head.document(),
        Optional.of(head.edition()),
        List.copyOf(sections),
        List.of());
  }

  private static List<String> sections(Head head, SeededRandom random) {
    int available = head.sections().size();
    int count = Math.min(available, random.weightedIndex(15, 60, 18, 7));
    List<String> sections = new ArrayList<>(count);
    int at = available == 0 ? 0 : random.nextInt(available);
    for (int i = 0; i < count; i++) {
      sections.add(head.sections().get((at + i * 5) % available).name());
      if (available % 5 == 0) {
        at++;
      }
    }
    return sections;
  }

  private static LabelledCitation paged(
      Head head, StringBuilder out, int start, SeededRandom random) {
    Section section = random.pick(head.sections());
    out.append(head.printed());
    List<String> sections = section.name().isEmpty() ? List.of() : List.of(section.name());
    if (!sections.isEmpty()) {
      out.append(' ').append(section.name());
    }
    if (head.printed().startsWith("Chronic") && random.nextBoolean(0.15)) {
      out.append(REGULATION);
    }
    List<Pages> pages = pages(section, random);
    String separator = " Page(s): ";
    for (Pages range : pages) {
      out.append(separator).append(range.first());
      if (range.last() > range.first()) {
        out.append('-').append(range.last());
      }
      separator = ", ";
    }
    return LabelledCitation.mtus(
        out.substring(start), head.document(), Optional.empty(), sections, pages);
  }

  private static List<Pages> pages(Section section, SeededRandom random) {
    int first = random.nextIntBetween(section.firstPage(), section.lastPage());
    int last = random.nextIntBetween(first, Math.min(section.lastPage(), first + 6));
    List<Pages> pages = new ArrayList<>(2);
    pages.add(new Pages(first, last));
    if (last + 2 <= section.lastPage() && random.nextBoolean(0.4)) {
      int next = random.nextIntBetween(last + 2, section.lastPage());
      pages.add(new Pages(next, next));
    }
    return List.copyOf(pages);
  }

  /** Drops or doubles one letter in a word of at least six letters. */
  private static String misspelt(String name, SeededRandom random) {
    int[] letters = IntStream.range(0, name.length()).filter(i -> insideWord(name, i)).toArray();
    if (letters.length == 0) {
      return name;
    }
    int at = letters[random.nextInt(letters.length)];
    String kept = name.substring(0, at);
    return random.nextBoolean(0.5)
        ? kept + name.substring(at + 1)
        : kept + name.charAt(at) + name.substring(at);
  }

  private static boolean insideWord(String name, int at) {
    if (at < 2 || at + 3 >= name.length()) {
      return false;
    }
    for (int i = at - 2; i <= at + 3; i++) {
      if (!Character.isLetter(name.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
