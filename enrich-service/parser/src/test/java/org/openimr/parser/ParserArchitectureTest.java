package org.openimr.parser;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The readers are plain functions from text to records (DESIGN.md, The house). */
@AnalyzeClasses(packages = "org.openimr.enrich", importOptions = DoNotIncludeTests.class)
class ParserArchitectureTest {

  @ArchTest
  static final ArchRule readersKnowNeitherKafkaNorAvroNorHttp =
      noClasses()
          .that()
          .resideInAnyPackage("..enrich.letter..", "..enrich.citation..", "..enrich.request..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..", "org.apache.avro..", "org.openimr.event..", "java.net..");

  @ArchTest
  static final ArchRule readersDoNotLog =
      noClasses()
          .that()
          .resideInAnyPackage("..enrich.letter..", "..enrich.citation..", "..enrich.request..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..", "ch.qos.logback..");

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("org.openimr.enrich.(*)..").should().beFreeOfCycles();
}
