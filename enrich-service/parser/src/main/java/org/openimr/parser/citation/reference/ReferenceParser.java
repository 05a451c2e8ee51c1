package org.openimr.parser.citation.reference;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openimr.parser.citation.model.Citation.Reference;

/** Parses the parts of one reference: authors, title, journal or book, year, and identifiers. */
final class ReferenceParser {
  /** Maximum characters of a reference that are parsed. */
  private static final int MAX_LENGTH = 1500;

  private static final Pattern DOI = Pattern.compile("\\b10\\.\\d{4,9}/[^\\s;,)\\]]{1,120}");
  private static final Pattern PMID =
      Pattern.compile("(?:PMID:? {0,2}|pubmed/)(\\d{4,9})", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAIL =
      Pattern.compile(
          "[,;.]? ?[(\\[]?\\b(?:(?:last )?accessed|retrieved|viewed|read (?:on|at)|available"
              + " (?:at|from|online)|doi\\b|PMID\\b|PMCID\\b|Epub\\b)",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern PREFIX =
      Pattern.compile(
          "(?:and )?(?:[(\\[]?\\d{1,2}[.)\\]] |Other Medical Treatment Guidelines?(?: or Medical"
              + " Evidence)?:? ?)");
  private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)[a-c]?\\b");
  private static final Pattern YEAR_AFTER_AUTHORS =
      Pattern.compile("[.,]? ?\\(((?:19|20)\\d\\d)[a-c]?(?:, [^)]{1,20})?\\)[.,:]? ?");
  private static final Pattern YEAR_OF_VOLUME =
      Pattern.compile("\\b((?:19|20)\\d\\d)(?: [A-Z][a-z]{2,8}\\.?(?:[ -][A-Za-z0-9]{1,4})?)? ?;");
  private static final Pattern CONTAINER_END =
      Pattern.compile(
          "[.,;(]? ?\\(?\\b(?:19|20)\\d\\d\\b|, \\d|\\. \\d|;| \\d{1,4}[(:]|,"
              + " (?:vol|pp?|pages?)\\b|, \\d?\\d(?:st|nd|rd|th) ed",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern BOOK_END = Pattern.compile(", | \\(|\\. ");
  private static final Pattern ABBREVIATION =
      Pattern.compile("(?: \\(\\p{Lu}{2,8}\\))?(?:[,.]? \\d{1,2}(?:st|nd|rd|th) ed(?:ition)?\\b)?");
  private static final Pattern PAGES =
      Pattern.compile(", (?:pp?\\.?|pages?|pg\\.?) \\d[\\d, –-]*$");
  private static final Pattern LAST_YEAR = Pattern.compile(",? \\(?(?:19|20)\\d\\d\\)?$");
  private static final Pattern TITLE_END =
      Pattern.compile("(?<!\\bvs)(?<!\\b[A-Z])(?<!\\bSt)(?<!\\bDr)\\. |[?!] ");

  private final String text;
  private final int limit;
  private final Optional<String> source;
  private Optional<String> year = Optional.empty();

  /**
   * Creates the parser of a reference.
   *
   * @param source the printed name of its publisher or database
   */
  private ReferenceParser(String text, Optional<String> source) {
    this.text = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    this.limit = this.text.length();
    this.source = source;
  }

  static Reference parse(String text, Optional<String> source) {
    return new ReferenceParser(text, source).parse();
  }

  private Reference parse() {
    Optional<ReferenceUrl> url = url();
    int start = prefixEnd();
    int core = coreEnd(start, url);
    AuthorList authors = AuthorList.find(text, start, core);
    if (authors.names().isEmpty() || !YEAR.matcher(text).find()) {
      authors = new AuthorList(List.of(), start);
    }
    int body = afterYear(authors.end(), core);
    boolean named =
        authors.names().isEmpty() && source.filter(s -> text.startsWith(s, start)).isPresent();
    int titleStart =
        named ? afterSource(start + source.get().length(), core) : skipMarks(body, core);
    int titleEnd = titleEnd(titleStart, core);
    Optional<String> container =
        named ? source : container(skipMarks(titleEnd, core), core).or(() -> source);
    return new Reference(
        clean(titleStart, titleEnd),
        authors.names(),
        year.or(() -> volumeYear(start, core)).or(() -> lastYear(start, core)),
        container,
        url.map(ReferenceUrl::text),
        pmid(),
        doi());
  }

  /** Skips the abbreviation, the edition, the year and the volume after the name of a source. */
  private int afterSource(int from, int core) {
    Matcher abbreviation = ABBREVIATION.matcher(text);
    int at = from < core && abbreviation.region(from, core).lookingAt() ? abbreviation.end() : from;
    int title = skipMarks(afterYear(at, core), core);
    Matcher volume = YEAR_OF_VOLUME.matcher(text);
    if (title < core && volume.region(title, core).lookingAt()) {
      int next = text.indexOf(". ", title);
      return next < 0 || next >= core ? core : skipMarks(next, core);
    }
    return title;
  }

  private int prefixEnd() {
    Matcher prefix = PREFIX.matcher(text);
    return prefix.lookingAt() ? prefix.end() : 0;
  }

  private Optional<ReferenceUrl> url() {
    int at = 0;
    while (at < limit) {
      Optional<ReferenceUrl> url = ReferenceUrl.at(text, at, limit);
      if (url.isPresent()) {
        return url;
      }
      while (at < limit && text.charAt(at) > ' ') {
        at++;
      }
      while (at < limit && (text.charAt(at) <= ' ' || "(<[".indexOf(text.charAt(at)) >= 0)) {
        at++;
      }
    }
    return Optional.empty();
  }

  /** End of the part before the URL, the date of access and the identifiers. */
  private int coreEnd(int start, Optional<ReferenceUrl> url) {
    Matcher tail = TAIL.matcher(text);
    int end = tail.find(Math.min(start, limit)) ? tail.start() : limit;
    Matcher doi = DOI.matcher(text);
    if (doi.find()) {
      end = Math.min(end, doi.start());
    }
    int urlStart = url.map(ReferenceUrl::start).orElse(limit);
    return Math.max(start, Math.min(end, urlStart));
  }

  private int afterYear(int from, int core) {
    Matcher matcher = YEAR_AFTER_AUTHORS.matcher(text);
    if (from < core && matcher.region(from, core).lookingAt()) {
      year = Optional.of(matcher.group(1));
      return matcher.end();
    }
    return from;
  }

  private int titleEnd(int from, int core) {
    Matcher end = TITLE_END.matcher(text);
    if (from < core && end.region(from, core).useTransparentBounds(true).find()) {
      return text.charAt(end.start()) == '.' ? end.start() : end.start() + 1;
    }
    Matcher volume = YEAR_OF_VOLUME.matcher(text);
    return from < core && volume.region(from, core).find() ? volume.start() : core;
  }

  private Optional<String> container(int from, int core) {
    if (from >= core) {
      return Optional.empty();
    }
    boolean book = text.startsWith("In: ", from) || text.startsWith("In ", from);
    int start = book ? text.indexOf(' ', from) + 1 : from;
    Matcher end = (book ? BOOK_END : CONTAINER_END).matcher(text);
    int stop = end.region(start, core).find() ? end.start() : core;
    int sentence = text.indexOf(". ", start, stop);
    return clean(start, sentence > 0 ? sentence : stop);
  }

  private Optional<String> volumeYear(int start, int core) {
    Matcher matcher = YEAR_OF_VOLUME.matcher(text);
    int end = Math.min(limit, core + 1);
    return start < end && matcher.region(start, end).find()
        ? Optional.of(matcher.group(1))
        : Optional.empty();
  }

  private Optional<String> lastYear(int start, int core) {
    Matcher matcher = YEAR.matcher(text);
    Optional<String> last = Optional.empty();
    matcher.region(Math.min(start, core), core);
    while (matcher.find()) {
      last = Optional.of(matcher.group(1));
    }
    return last;
  }

  private Optional<String> pmid() {
    Matcher matcher = PMID.matcher(text);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private Optional<String> doi() {
    Matcher matcher = DOI.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    String doi = matcher.group();
    return Optional.of(doi.endsWith(".") ? doi.substring(0, doi.length() - 1) : doi);
  }

  private int skipMarks(int from, int to) {
    int at = from;
    while (at < to && (text.charAt(at) <= ' ' || ".,:;-–—\"“(".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }

  /** The text between two offsets without marks at its ends; empty if there is none. */
  private Optional<String> clean(int from, int to) {
    int end = to;
    while (end > from
        && (text.charAt(end - 1) <= ' ' || ".,:;-–—\"”([".indexOf(text.charAt(end - 1)) >= 0)) {
      end--;
    }
    Matcher pages = PAGES.matcher(text);
    if (from < end && pages.region(from, end).find()) {
      end = pages.start();
    }
    Matcher last = LAST_YEAR.matcher(text);
    if (from < end && last.region(from, end).find()) {
      end = last.start();
    }
    boolean unopened =
        end > from && text.charAt(end - 1) == ')' && text.lastIndexOf('(', end) < from;
    end = unopened ? end - 1 : end;
    return end > from ? Optional.of(text.substring(from, end)) : Optional.empty();
  }
}
