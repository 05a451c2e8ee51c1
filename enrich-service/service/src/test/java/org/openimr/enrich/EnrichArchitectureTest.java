package org.openimr.enrich;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.openimr.enrich", importOptions = DoNotIncludeTests.class)
class EnrichArchitectureTest {

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.openimr.enrich.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule mappersDoNotDependOnKafka =
      noClasses()
          .that()
          .resideInAPackage("..enrich.mapping..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.kafka..");
}
