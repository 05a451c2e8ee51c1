package org.openimr.sink.monitor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.openimr.sink.monitor", importOptions = DoNotIncludeTests.class)
class MonitorArchitectureTest {

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("org.openimr.sink.(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule topologyDoesNotDependOnHttp =
      noClasses()
          .that()
          .resideInAPackage("..monitor.statistics..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.javalin..", "java.net.http..", "..monitor.web..");
}
