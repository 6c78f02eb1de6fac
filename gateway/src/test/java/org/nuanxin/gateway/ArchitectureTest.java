package org.nuanxin.gateway;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Which package may know which. */
class ArchitectureTest {

  private static final String ROOT = "org.nuanxin.gateway.";

  private final JavaClasses gateway =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.nuanxin.gateway");

  @Test
  void hasThePackagesTheseRulesNameAndNoOthers() {
    assertThat(
            gateway.stream()
                .map(type -> type.getPackageName())
                .filter(name -> name.startsWith(ROOT))
                .distinct())
        .containsExactlyInAnyOrderElementsOf(
            List.of(
                ROOT + "problem",
                ROOT + "rule",
                ROOT + "token",
                ROOT + "visit",
                ROOT + "limit",
                ROOT + "entry",
                ROOT + "instance",
                ROOT + "route",
                ROOT + "join",
                ROOT + "page",
                ROOT + "process"));
  }

  @Test
  void knowsNoCycles() {
    slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(gateway);
  }

  @Test
  void keepsTheTableFreeOfEverythingElse() {
    classes()
        .that()
        .resideInAPackage(ROOT + "rule")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ROOT + "rule", "java..", "org.jspecify..", "org.springframework.http..")
        .check(gateway);
  }

  @Test
  void letsOnlyTheRoutesKnowSpringCloudGateway() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + "route")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.springframework.cloud.gateway..")
        .check(gateway);
  }

  @Test
  void blocksNoEventLoop() {
    noClasses()
        .that(alwaysTrue())
        .should()
        .callMethod(Mono.class, "block")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta.servlet..", "org.nuanxin.kit..")
        .check(gateway);
  }
}
