package org.openimr.tools.generator.vocabulary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openimr.tools.generator.model.SeededRandom;

/**
 * A grammar of phrases. A rule is a line with a name and a colon, followed by indented lines with
 * its alternatives. {@code <name>} is replaced by an alternative of another rule, {@code <^name>}
 * also capitalizes it, {@code <2..9>} is replaced by a number, and {@code <$name>} by a fact of the
 * context.
 */
public final class PhraseGrammar {
  private final Map<String, Rule> rules = new LinkedHashMap<>();

  /** Resolves the facts of a text. */
  public interface PlaceholderResolver {
    /** Appends the replacement of {@code <$name>}. */
    void append(String name, SeededRandom random, StringBuilder out);
  }

  private sealed interface Part {}

  private record Literal(String text) implements Part {}

  private record Reference(Rule rule, boolean capital) implements Part {}

  private record Number(int first, int last) implements Part {}

  private record Slot(String name, boolean capital) implements Part {}

  /** A rule; its alternatives are set when all rules are known. */
  public static final class Rule {
    private final List<String> sources = new ArrayList<>();
    private Part[][] alternatives = {};

    /** Appends a random alternative. */
    public void append(PlaceholderResolver context, SeededRandom random, StringBuilder out) {
      for (Part part : alternatives[random.nextInt(alternatives.length)]) {
        switch (part) {
          case Literal literal -> out.append(literal.text());
          case Number number -> out.append(random.nextIntBetween(number.first(), number.last()));
          case Reference reference -> {
            int start = out.length();
            reference.rule().append(context, random, out);
            capitalize(out, start, reference.capital());
          }
          case Slot slot -> {
            int start = out.length();
            context.append(slot.name(), random, out);
            capitalize(out, start, slot.capital());
          }
        }
      }
    }

    private static void capitalize(StringBuilder out, int position, boolean isCapital) {
      if (isCapital && position < out.length()) {
        out.setCharAt(position, Character.toUpperCase(out.charAt(position)));
      }
    }
  }

  /** Loads a grammar from a resource. */
  static PhraseGrammar load(String name) {
    try (InputStream in = PhraseGrammar.class.getResourceAsStream(name)) {
      return new PhraseGrammar(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private PhraseGrammar(String source) {
    Rule current = null;
    for (String line : source.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      if (line.charAt(0) == ' ') {
        Objects.requireNonNull(current, "the grammar starts with an alternative")
            .sources
            .add(line.strip());
      } else {
        current = new Rule();
        rules.put(line.substring(0, line.indexOf(':')), current);
      }
    }
    for (Rule rule : rules.values()) {
      rule.alternatives = rule.sources.stream().map(this::parts).toArray(Part[][]::new);
    }
  }

  /**
   * Returns a rule.
   *
   * @throws IllegalArgumentException if the grammar does not have the rule
   */
  Rule rule(String name) {
    Rule rule = rules.get(name);
    if (rule == null) {
      throw new IllegalArgumentException("unknown rule: " + name);
    }
    return rule;
  }

  private Part[] parts(String source) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    while (from < source.length()) {
      int open = source.indexOf('<', from);
      int end = open < 0 ? source.length() : open;
      if (end > from) {
        parts.add(new Literal(source.substring(from, end)));
      }
      from = end;
      if (open >= 0) {
        int close = source.indexOf('>', open);
        parts.add(part(source.substring(open + 1, close)));
        from = close + 1;
      }
    }
    return parts.toArray(Part[]::new);
  }

  private Part part(String name) {
    boolean capital = name.startsWith("^");
    String plain = capital ? name.substring(1) : name;
    int dots = plain.indexOf("..");
    if (dots > 0) {
      return new Number(
          Integer.parseInt(plain.substring(0, dots)), Integer.parseInt(plain.substring(dots + 2)));
    }
    return plain.startsWith("$")
        ? new Slot(plain.substring(1), capital)
        : new Reference(rule(plain), capital);
  }
}
