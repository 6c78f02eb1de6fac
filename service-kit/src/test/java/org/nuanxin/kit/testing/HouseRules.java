package org.nuanxin.kit.testing;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/**
 * The house style as far as a machine can hold it. A module's own test is three lines:
 *
 * <pre>{@code
 * @Test
 * void keepsTheHouseRules() {
 *   HouseRules.of("org.nuanxin.membership").check();
 * }
 *
 * @Test
 * void keepsTheModelFree() {
 *   HouseRules.of("org.nuanxin.membership")
 *       .checkModel(List.of("org.nuanxin.membership.member"), "org.nuanxin.events..");
 * }
 * }</pre>
 */
public final class HouseRules {

  private static final Set<String> VAGUE_NAMES =
      Set.of("Util", "Utils", "Manager", "Impl", "Helper", "DTO", "Dto");

  private static final Set<String> CONFIGURATION =
      Set.of(
          "org.springframework.context.annotation.Configuration",
          "org.springframework.boot.autoconfigure.AutoConfiguration",
          "org.springframework.boot.autoconfigure.SpringBootApplication");

  private final String root;
  private final JavaClasses classes;

  private HouseRules(String root) {
    this.root = root;
    // The rules look at names only; reading all of Spring and the JDK besides takes half a minute.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    this.classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_JARS)
            .importPackages(root);
    if (classes.isEmpty()) {
      throw new AssertionError("There is no class in " + root + ", so no rule would hold anything");
    }
  }

  /** The rules for the classes of this package and below, without tests. */
  public static HouseRules of(String rootPackage) {
    return new HouseRules(rootPackage);
  }

  /** Checks every rule that holds for all modules; the error names all that are broken. */
  public void check() {
    List<String> broken = new ArrayList<>(packagesWithoutNullMarked());
    for (ArchRule rule : rules()) {
      var result = rule.allowEmptyShould(true).evaluate(classes);
      broken.addAll(result.getFailureReport().getDetails());
    }
    if (!broken.isEmpty()) {
      throw new AssertionError("House rules broken:\n" + String.join("\n", broken));
    }
  }

  /**
   * Checks that the model uses only itself, {@code java..}, nullness annotations and what is
   * allowed besides; and that every package named exists, so that a rule on nothing is noticed.
   *
   * @param model the model's packages, exact, without sub-packages
   * @param allowed further packages as ArchUnit writes them, for instance {@code
   *     org.nuanxin.events..}
   */
  public void checkModel(List<String> model, String... allowed) {
    for (String name : model) {
      boolean exists = classes.containPackage(name) && hasClasses(classes.getPackage(name));
      if (!exists) {
        throw new AssertionError("The model's package " + name + " has no classes");
      }
    }
    List<String> all = new ArrayList<>(model);
    all.addAll(List.of("java..", "org.jspecify.annotations.."));
    all.addAll(Arrays.asList(allowed));
    classes()
        .that()
        .resideInAnyPackage(model.toArray(String[]::new))
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(all.toArray(String[]::new)).or(primitives()))
        .because("the model knows neither frameworks nor adapters")
        .check(classes);
  }

  private static List<ArchRule> rules() {
    return List.of(
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
        GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING,
        noClasses().that(not(isCommandLine())).should(GeneralCodingRules.ACCESS_STANDARD_STREAMS),
        noClasses()
            .should()
            .haveNameMatching(".*(" + String.join("|", VAGUE_NAMES) + ")(\\$.*)?")
            .because("such a name says nothing about what a class does"),
        noClasses()
            .that(not(isConfiguration()).and(not(isCommandLine())))
            .should()
            .callMethodWhere(readsTheClockOfTheSystem())
            .because("time enters as an argument or a Clock"));
  }

  private List<String> packagesWithoutNullMarked() {
    return classes.stream()
        .map(JavaClass::getPackage)
        .distinct()
        .filter(each -> each.getName().startsWith(root))
        .filter(each -> !each.isAnnotatedWith(NullMarked.class))
        .map(each -> "Package " + each.getName() + " has no package-info with @NullMarked")
        .sorted()
        .toList();
  }

  private static boolean hasClasses(JavaPackage each) {
    return each.getClasses().stream()
        .anyMatch(type -> !type.getSimpleName().equals("package-info"));
  }

  private static DescribedPredicate<JavaMethodCall> readsTheClockOfTheSystem() {
    return describe(
        "read the system's clock",
        call -> {
          MethodCallTarget target = call.getTarget();
          String owner = target.getOwner().getName();
          boolean withoutClock = target.getRawParameterTypes().isEmpty();
          return owner.startsWith("java.time.") && target.getName().equals("now") && withoutClock
              || owner.equals("java.time.Clock") && target.getName().startsWith("system")
              || owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
        });
  }

  private static DescribedPredicate<JavaClass> isConfiguration() {
    return describe(
        "is configuration",
        type ->
            isConfigured(type)
                || type.getEnclosingClass().map(HouseRules::isConfigured).orElse(false));
  }

  private static boolean isConfigured(JavaClass type) {
    return CONFIGURATION.stream().anyMatch(type::isAnnotatedWith);
  }

  /** What people run in a terminal writes to it, by its nature. */
  private static DescribedPredicate<JavaClass> isCommandLine() {
    return describe("is a command", type -> type.isAnnotatedWith("picocli.CommandLine$Command"));
  }

  private static DescribedPredicate<JavaClass> primitives() {
    return describe(
        "primitives and their arrays", type -> type.getBaseComponentType().isPrimitive());
  }
}
