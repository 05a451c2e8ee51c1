package org.openimr.tools.generator.vocabulary;

import java.util.List;
import org.openimr.tools.generator.model.Era;

/** The names of guidelines that letters of an era cite. */
public interface GuidelineVocabulary {

  /** Heads of the schedule as letters of an era print them. */
  List<Head> heads(Era era);

  /** Chapters of the Official Disability Guidelines. */
  List<Chapter> odgChapters();

  /** Boards and specialties of reviewers. */
  List<String> specialties();

  /**
   * A head of the schedule.
   *
   * @param document as in the catalogue
   * @param printed as letters of the era word it
   * @param edition empty where the era prints none
   * @param sections that are cited below it; may be none
   */
  record Head(String document, String printed, String edition, List<Section> sections) {}

  /**
   * A section or topic below a head.
   *
   * @param firstPage 0 where the era prints no pages
   */
  record Section(String name, int firstPage, int lastPage) {}

  /**
   * A chapter of the Official Disability Guidelines.
   *
   * @param name as in the catalogue
   * @param spellings as letters print it
   */
  record Chapter(String name, List<String> spellings) {}
}
