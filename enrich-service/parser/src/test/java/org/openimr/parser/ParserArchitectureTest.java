package org.openimr.parser;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The parser is a library of pure functions from text to records. */
@AnalyzeClasses(packages = "org.openimr.parser", importOptions = DoNotIncludeTests.class)
class ParserArchitectureTest {

  @ArchTest
  static final ArchRule doesNotDependOnKafkaAvroOrHttp =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache.kafka..",
              "org.apache.avro..",
              "io.confluent..",
              "org.openimr.event..",
              "org.openimr.schemas..",
              "java.net..",
              "com.sun.net.httpserver..");

  @ArchTest
  static final ArchRule doesNotLog =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..", "ch.qos.logback..", "java.util.logging..");

  @ArchTest
  static final ArchRule dependsOnlyOnFastCsvAndJSpecify =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.openimr.parser..", "de.siegmar.fastcsv..", "org.jspecify..");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.openimr.parser.(**)").should().beFreeOfCycles();
}
