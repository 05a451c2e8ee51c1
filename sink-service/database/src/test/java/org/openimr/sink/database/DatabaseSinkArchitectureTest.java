package org.openimr.sink.database;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.openimr.sink.database", importOptions = DoNotIncludeTests.class)
class DatabaseSinkArchitectureTest {

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.openimr.sink.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule onlyTheTaskDependsOnDebezium =
      noClasses()
          .that()
          .resideOutsideOfPackage("..database.task..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.debezium..");
}
