package org.nuanxin.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The journeys of web/e2e in a real Chromium against the stack, run by Playwright; each is a test
 * of its own here. They need Node and Chromium: a machine without them says so.
 */
class BrowserTest {

  private static final Path WEB = Path.of("..", "web").toAbsolutePath().normalize();
  private static final Path PLAYWRIGHT = WEB.resolve("node_modules/.bin/playwright");
  private static final Path REPORT = Path.of("target", "browser.json").toAbsolutePath();
  private static final Path OUTPUT = Path.of("target", "browser.log").toAbsolutePath();
  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("NUANXIN_CHROMIUM", "/usr/bin/chromium"));
  private static final long MINUTES = 25;

  private record Journey(String name, boolean passed, String failure) {}

  @TestFactory
  Stream<DynamicTest> inAChromium() throws IOException, InterruptedException {
    assumeTrue(Files.exists(PLAYWRIGHT), "Node is missing, so the front ends were not built");
    assumeTrue(Files.exists(CHROMIUM), "Chromium is missing: there is no " + CHROMIUM);
    List<Journey> journeys = run();
    assertThat(journeys).as("journeys; see " + OUTPUT).isNotEmpty();
    return journeys.stream()
        .map(journey ->
            DynamicTest.dynamicTest(
                journey.name(), () -> assertThat(journey.passed()).as(journey.failure()).isTrue()));
  }

  private static List<Journey> run() throws IOException, InterruptedException {
    Stack.state();
    Files.deleteIfExists(REPORT);
    ProcessBuilder builder =
        new ProcessBuilder(PLAYWRIGHT.toString(), "test")
            .directory(WEB.toFile())
            .redirectErrorStream(true)
            .redirectOutput(OUTPUT.toFile());
    builder.environment().put("NUANXIN_LOCAL_JSON", Stack.file().toString());
    builder.environment().put("NUANXIN_REPORT", REPORT.toString());
    Process playwright = builder.start();
    if (!playwright.waitFor(MINUTES, TimeUnit.MINUTES)) {
      playwright.descendants().forEach(ProcessHandle::destroyForcibly);
      playwright.destroyForcibly();
      throw new AssertionError("The journeys took more than " + MINUTES + " min; see " + OUTPUT);
    }
    if (!Files.exists(REPORT)) {
      throw new AssertionError("Playwright did not run:\n" + Files.readString(OUTPUT));
    }
    List<Journey> journeys = new ArrayList<>();
    JsonNode report = JsonMapper.shared().readTree(REPORT.toFile());
    report.path("suites").forEach(suite -> collect(suite, "", journeys));
    return journeys;
  }

  private static void collect(JsonNode suite, String above, List<Journey> journeys) {
    String name = above + suite.path("title").asString("") + " › ";
    suite.path("suites").forEach(inner -> collect(inner, name, journeys));
    for (JsonNode spec : suite.path("specs")) {
      StringBuilder failure = new StringBuilder();
      boolean passed = true;
      for (JsonNode test : spec.path("tests")) {
        // One that was left out, as where another had to pass first, has not passed.
        passed &= test.path("status").asString("").equals("expected");
        for (JsonNode result : test.path("results")) {
          result
              .path("errors")
              .forEach(error -> failure.append(error.path("message").asString("")).append('\n'));
        }
      }
      journeys.add(new Journey(name + spec.path("title").asString(""), passed, failure.toString()));
    }
  }
}
