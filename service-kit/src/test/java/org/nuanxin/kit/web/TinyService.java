package org.nuanxin.kit.web;

import com.mongodb.MongoTimeoutException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.nuanxin.kit.observe.Traceparent;
import org.nuanxin.kit.security.AccessRules;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.security.Role;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A service of a few paths, to try the kit's manners on over real HTTP. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = {
      "org.nuanxin.kit.mongo.MongoAutoConfiguration",
      "org.nuanxin.kit.event.EventAutoConfiguration",
      "org.nuanxin.kit.deadletter.DeadLetterAutoConfiguration",
      "org.nuanxin.kit.consume.ConsumeAutoConfiguration",
      "org.nuanxin.kit.ops.OpsAutoConfiguration",
      "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
      "org.springframework.boot.mongodb.autoconfigure.metrics.MongoMetricsAutoConfiguration",
      "org.springframework.boot.mongodb.autoconfigure.health.MongoHealthContributorAutoConfiguration",
      "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration"
    })
public class TinyService {

  /** What the last call of {@code /api/v1/echo} read. */
  static final AtomicReference<@Nullable Sample> LAST = new AtomicReference<>();

  @Bean
  AccessRules accessRules() {
    return rules ->
        rules
            .requestMatchers("/api/v1/public/**", "/api/v1/echo")
            .permitAll()
            .requestMatchers(HttpMethod.GET, "/api/v1/worker")
            .hasRole(Role.WORKER.name())
            .requestMatchers("/api/v1/staff")
            .hasAnyRole(Role.REVIEWER.name(), Role.UNION_ADMIN.name())
            .requestMatchers("/api/v1/anyone", "/api/v1/stream")
            .authenticated();
  }

  enum Colour {
    RED,
    GREEN
  }

  record Employer(String name) {}

  record Sample(
      @Nullable String name,
      @Nullable Integer count,
      @Nullable Colour colour,
      @Nullable List<String> platforms,
      @Nullable Employer employer,
      @Nullable Boolean agreed,
      @Nullable OffsetDateTime at,
      @Nullable BigDecimal amount) {}

  @RestController
  @RequestMapping("/api/v1")
  static class Paths {

    private final SseStreams streams;

    Paths(SseStreams streams) {
      this.streams = streams;
    }

    @GetMapping("/public/stream/{topic}")
    SseEmitter stream(@PathVariable String topic) {
      return streams.open(
          topic,
          () -> {
            if (topic.equals("broken")) {
              throw ProblemException.notFound();
            }
            return List.of(new SseItem("1", "item", Map.of("text", "first")));
          });
    }

    @GetMapping("/stream")
    SseEmitter mine(Caller caller) {
      return streams.open(
          caller.subject(), () -> List.of(new SseItem("1", "item", Map.of("text", "yours"))));
    }

    @PostMapping("/echo")
    Sample echo(@RequestBody Sample sample) {
      LAST.set(sample);
      return sample;
    }

    @GetMapping("/public/limit")
    Map<String, Integer> limit(@RequestParam(required = false) @Nullable Integer limit) {
      return Map.of("limit", Limits.of(limit));
    }

    @GetMapping("/public/needs")
    String needs(@RequestParam String q, @RequestHeader("X-Needed") String needed) {
      return q + needed;
    }

    @GetMapping("/public/maybe")
    Map<String, Boolean> maybe(@Nullable Caller caller) {
      return Map.of("known", caller != null);
    }

    @GetMapping("/public/must")
    Map<String, String> must(Caller caller) {
      return Map.of("subject", caller.subject());
    }

    @GetMapping("/public/fails/{how}")
    String fails(@PathVariable String how) {
      throw switch (how) {
        case "unexpectedly" -> new IllegalStateException("secret: 460200199001011234");
        case "full" -> new Unavailable("The queue is full; try again.");
        case "database" -> new MongoTimeoutException("Timed out: mongodb://u:p@h");
        case "conflict" ->
            ProblemException.conflict("already-decided", "It was decided before.")
                .with("decidedBy", "Li");
        default -> ProblemException.notFound();
      };
    }

    @GetMapping("/public/trace")
    Map<String, String> trace() {
      return Map.of("traceparent", Traceparent.current());
    }

    @GetMapping("/worker")
    Caller worker(Caller caller) {
      return caller;
    }

    @GetMapping("/staff")
    Caller staff(Caller caller) {
      return caller;
    }

    @GetMapping("/anyone")
    ResponseEntity<Caller> anyone(Caller caller) {
      return ResponseEntity.status(HttpStatus.OK).body(caller);
    }

    @GetMapping("/forgotten")
    String forgotten() {
      return "No rule names this path";
    }
  }
}
