package org.openimr.ingest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.openimr.runtime.bootstrap.PeriodicTask;
import org.openimr.schemas.event.Sha256;

@AnalyzeClasses(
    packages = "org.openimr.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class IngestArchitectureTest {

  @ArchTest
  static final ArchRule extractionDependsOnlyOnPdfBox =
      classes()
          .that()
          .resideInAPackage("..ingest.extract..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                      "java..",
                      "org.openimr.ingest.extract..",
                      "org.apache.pdfbox..",
                      "org.apache.fontbox..",
                      "org.apache.commons.logging..",
                      "org.jspecify.annotations..")
                  .or(type(Sha256.class))
                  .or(type(PeriodicTask.class))
                  .or(type(PeriodicTask.PeriodicAction.class)));

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.openimr.ingest.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule sourcesDoNotDependOnStreams =
      noClasses()
          .that()
          .resideInAPackage("..ingest.source..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka.streams..", "..ingest.topology..");
}
