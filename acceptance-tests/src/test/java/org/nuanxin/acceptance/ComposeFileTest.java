package org.nuanxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nuanxin.events.Topics;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Holds docker-compose.yml against the code, since no image can be pulled where these tests run:
 * every variable it sets is one that the module reads, every port and health path exists.
 */
class ComposeFileTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Set<String> SPRING_BOOTS_OWN =
      Set.of("SPRING_MONGODB_URI", "SPRING_KAFKA_BOOTSTRAP_SERVERS");
  private static final Pattern PORT_IN_URL = Pattern.compile("http://([a-z-]+):(\\d+)");

  private static final JsonNode COMPOSE =
      new YAMLMapper().readTree(ROOT.resolve("docker-compose.yml"));

  static List<String> ours() {
    return modules().stream().filter(name -> !name.equals("local-stack")).toList();
  }

  @Test
  void runsEveryServiceOfTheBuild() throws IOException {
    List<String> services = new ArrayList<>();
    try (Stream<Path> modules = Files.list(ROOT)) {
      modules
          .filter(module -> Files.exists(module.resolve("src/main/resources/application.yml")))
          .forEach(module -> services.add(module.getFileName().toString()));
    }

    assertThat(ours()).containsExactlyInAnyOrderElementsOf(services);
  }

  @ParameterizedTest
  @MethodSource("ours")
  void setsOnlyVariablesThatTheServiceReads(String service) {
    Reads reads = readsOf(service);

    assertThat(variables(service).keySet())
        .filteredOn(variable -> !SPRING_BOOTS_OWN.contains(variable))
        .allSatisfy(variable ->
            assertThat(reads.variable(variable)).as(variable + " is read by " + service).isTrue());
  }

  @ParameterizedTest
  @MethodSource("ours")
  void noticesAVariableThatTheServiceDoesNotRead(String service) {
    String name = service.replace("-service", "").toUpperCase(Locale.ROOT);

    assertThat(readsOf(service).variable("NUANXIN_" + name + "_BOGUS")).isFalse();
    assertThat(readsOf(service).variable("NUANXIN_SECURITY_ISSUERS")).isFalse();
  }

  @Test
  void tellsPropertiesFromPackagesAndMapsFromValues() {
    Reads reads =
        Reads.in(
            List.of(
                """
                package org.nuanxin.identity.web;
                import org.nuanxin.identity.key.KeyRing;

                @ConfigurationProperties("nuanxin.identity")
                record Settings(
                    @DefaultValue("15m") Duration accessToken,
                    @DefaultValue Map<String, List<String>> services,
                    @DefaultValue("1") int atOnce) {
                  record Nested(String inner) {}
                }
                """,
                "@Value(\"${nuanxin.identity.accounts-file:}\") String file"));

    assertThat(
            List.of(
                "NUANXIN_IDENTITY_ACCESS_TOKEN",
                "NUANXIN_IDENTITY_ATONCE",
                "NUANXIN_IDENTITY_ACCOUNTS_FILE",
                "NUANXIN_IDENTITY_SERVICES_MEMBERSHIP-SERVICE"))
        .allMatch(reads::variable);
    assertThat(
            List.of(
                "NUANXIN_IDENTITY",
                "NUANXIN_IDENTITY_BOGUS",
                "NUANXIN_IDENTITY_WEB",
                "NUANXIN_IDENTITY_KEY",
                "NUANXIN_IDENTITY_INNER",
                "NUANXIN_IDENTITY_ACCESS_TOKENS"))
        .noneMatch(reads::variable);
  }

  @ParameterizedTest
  @MethodSource("ours")
  void asksForHealthWhereTheServiceAnswers(String service) {
    String check = compose(service).at("/healthcheck/test").toString();

    assertThat(check)
        .contains(
            "http://127.0.0.1:"
                + configuration(service).at("/management/server/port").asInt()
                + "/actuator/health/readiness");
  }

  @ParameterizedTest
  @MethodSource("ours")
  void callsOthersAtThePortTheyListenOn(String service) {
    for (String value : variables(service).values()) {
      Matcher url = PORT_IN_URL.matcher(value);
      if (url.find() && ours().contains(url.group(1))) {
        assertThat(configuration(url.group(1)).at("/server/port").asInt())
            .as(value)
            .isEqualTo(Integer.parseInt(url.group(2)));
      } else if (value.startsWith("http://sandbox:")) {
        assertThat(value).startsWith("http://sandbox:" + variables("sandbox").get("SANDBOX_PORT"));
      }
    }
  }

  @Test
  void publishesOnePortOnly() {
    assertThat(modules().stream().filter(name -> compose(name).has("ports")))
        .containsExactly("gateway");
    assertThat(compose("gateway").get("ports").get(0).stringValue())
        .endsWith(":" + configuration("gateway").at("/server/port").asInt());
  }

  @Test
  void hasAHealthCheckForWhateverSomebodyWaitsFor() {
    for (JsonNode service : COMPOSE.get("services")) {
      service
          .path("depends_on")
          .properties()
          .forEach(dependency -> {
            assertThat(COMPOSE.get("services").has(dependency.getKey())).isTrue();
            if (dependency.getValue().get("condition").stringValue().equals("service_healthy")) {
              assertThat(compose(dependency.getKey()).has("healthcheck"))
                  .as("health check of " + dependency.getKey())
                  .isTrue();
            }
          });
    }
  }

  @Test
  void createsEveryTopicWithItsPartitions() {
    String command = compose("topics").get("command").toString();

    assertThat(command).contains(Topics.ALL);
    assertThat(command).contains("--partitions " + Topics.PARTITIONS);
  }

  @Test
  void startsTheSandboxWithWhatItReads() throws IOException {
    String main = compose("sandbox").get("entrypoint").get(3).stringValue();
    String source =
        Files.readString(
            ROOT.resolve("local-stack/src/main/java/" + main.replace('.', '/') + ".java"));

    assertThat(source).contains("static void main(");
    assertThat(source).contains(variables("sandbox").keySet());
  }

  @Test
  void hasNoSecretInIt() {
    for (JsonNode service : COMPOSE.get("services")) {
      service
          .path("environment")
          .properties()
          .forEach(variable -> {
            if (variable.getKey().matches(".*(SECRET|KEYS|CLIENTS)$")) {
              assertThat(variable.getValue().stringValue()).contains("${", ":?");
            }
          });
    }
  }

  @Test
  void keepsSecretsAndBuiltFilesOutOfTheImages() throws IOException {
    assertThat(Files.readAllLines(ROOT.resolve(".dockerignore")))
        .contains(".env", "deploy/secrets", ".nuanxin", "**/target", ".git");
  }

  @Test
  void isAcceptedByDockerComposeWhereThatIsInstalled(@TempDir Path folder) throws Exception {
    Files.copy(ROOT.resolve("docker-compose.yml"), folder.resolve("docker-compose.yml"));
    Files.createDirectories(folder.resolve("deploy/secrets"));
    Files.writeString(folder.resolve("deploy/secrets/accounts.json"), "[]");
    Files.writeString(
        folder.resolve(".env"),
        """
        NUANXIN_PII_KEYS=k1=AAAA
        NUANXIN_PII_INDEX_KEYS=h1=AAAA
        NUANXIN_SERVICE_CLIENT_SECRET=only-for-this-test
        """);
    Process process;
    try {
      process =
          new ProcessBuilder("docker-compose", "config", "--quiet")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .start();
    } catch (IOException notInstalled) {
      System.out.println("docker-compose is not installed: its own check of the file is left out");
      assertThat(COMPOSE.get("services").isObject()).isTrue();
      return;
    }
    String said = new String(process.getInputStream().readAllBytes());

    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(said).isZero();
  }

  private static List<String> modules() {
    return COMPOSE.get("services").properties().stream()
        .filter(service -> service.getValue().has("build"))
        .map(Map.Entry::getKey)
        .filter(name -> !name.equals("sandbox"))
        .toList();
  }

  private static JsonNode compose(String service) {
    return COMPOSE.get("services").get(service);
  }

  private static JsonNode configuration(String service) {
    return new YAMLMapper()
        .readTree(ROOT.resolve(service).resolve("src/main/resources/application.yml"));
  }

  /** Variables with the anchor's merged in. */
  private static Map<String, String> variables(String service) {
    JsonNode environment = compose(service).get("environment");
    Map<String, String> merged =
        environment.path("<<").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().asString()));
    if (environment.has("<<")) {
      COMPOSE
          .get("x-environment")
          .properties()
          .forEach(variable -> merged.put(variable.getKey(), variable.getValue().asString()));
    }
    environment.properties().stream()
        .filter(variable -> !variable.getKey().equals("<<"))
        .forEach(variable -> merged.put(variable.getKey(), variable.getValue().asString()));
    return merged;
  }

  private static Reads readsOf(String service) {
    List<String> folders =
        service.equals("gateway") ? List.of(service) : List.of(service, "service-kit");
    return Reads.in(
        folders.stream()
            .flatMap(folder -> sources(ROOT.resolve(folder).resolve("src/main")).stream())
            .toList());
  }

  private static List<String> sources(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().matches(".*\\.(java|yml|properties)"))
          .map(ComposeFileTest::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Relaxed binding: only letters and digits count. */
  private static String normal(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /**
   * The properties that sources read.
   *
   * @param values each a value
   * @param collections each a map or a list, whose keys are anybody's choice
   */
  private record Reads(Set<String> values, Set<String> collections) {

    /** A property's name in a text, which no package's name is part of. */
    private static final Pattern PROPERTY =
        Pattern.compile("(?<![A-Za-z0-9.])nuanxin(\\.[a-z0-9-]+)+");

    private static final Pattern SETTINGS =
        Pattern.compile(
            "@ConfigurationProperties\\((?:prefix = )?\"([^\"]+)\"\\)[^(]*\\brecord \\w+\\(");
    private static final Pattern ANNOTATION = Pattern.compile("@\\w+(\\(\"[^\"]*\"\\))?");
    private static final Pattern TYPE_ARGUMENTS = Pattern.compile("<[^<>]*>");
    private static final Set<String> COLLECTIONS = Set.of("Map", "List", "Set");

    static Reads in(List<String> texts) {
      Reads reads = new Reads(new TreeSet<>(), new TreeSet<>());
      Set<String> prefixes = new TreeSet<>();
      for (String text : texts) {
        Matcher property = PROPERTY.matcher(text);
        while (property.find()) {
          reads.values.add(normal(property.group()));
        }
        Matcher settings = SETTINGS.matcher(text);
        if (settings.find()) {
          prefixes.add(normal(settings.group(1)));
          reads.addComponents(settings.group(1), text.substring(settings.end()));
        }
      }
      reads.values.removeAll(prefixes);
      return reads;
    }

    boolean variable(String variable) {
      String name = normal(variable);
      return values.contains(name)
          || collections.stream()
              .anyMatch(it -> name.startsWith(it) && name.length() > it.length());
    }

    /** Adds the components of a record whose header the text begins with. */
    private void addComponents(String prefix, String text) {
      String rest = ANNOTATION.matcher(text).replaceAll("");
      String header = rest.substring(0, rest.indexOf(')'));
      while (header.contains("<")) {
        header = TYPE_ARGUMENTS.matcher(header).replaceAll("");
      }
      for (String component : header.split(",")) {
        String[] typeAndName = component.strip().split("\\s+");
        Set<String> kind = COLLECTIONS.contains(typeAndName[0]) ? collections : values;
        kind.add(normal(prefix + typeAndName[1]));
      }
    }
  }
}
