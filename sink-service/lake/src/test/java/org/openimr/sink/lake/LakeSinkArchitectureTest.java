package org.openimr.sink.lake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.openimr.sink.lake", importOptions = DoNotIncludeTests.class)
class LakeSinkArchitectureTest {

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.openimr.sink.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyQueriesUseJdbc =
      noClasses()
          .that()
          .resideOutsideOfPackage("..lake.query..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.sql..");
}
