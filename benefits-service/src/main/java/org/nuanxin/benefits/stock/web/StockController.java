package org.nuanxin.benefits.stock.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.nuanxin.benefits.stock.Level;
import org.nuanxin.benefits.stock.Stock;
import org.nuanxin.benefits.stock.StockArrivals;
import org.nuanxin.benefits.stock.StockKind;
import org.nuanxin.kit.security.Caller;
import org.nuanxin.kit.web.IdempotencyStore;
import org.nuanxin.kit.web.Page;
import org.nuanxin.kit.web.ProblemException;
import org.nuanxin.kit.web.Violations;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is in stock, and what arrives. The key is demanded by the store of calls, whose refusal
 * names the header; so the framework is told that it may be missing, and readers that it may not.
 */
@RestController
@RequestMapping("/api/v1/stock")
class StockController {

  private static final int MOST_PACKS = 100_000;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{4,64}");
  private static final String KEY = "Idempotency-Key";

  /** Packs that arrived. */
  record Packs(@Nullable Integer count) {}

  /** Film-ticket codes that arrived. */
  record Codes(@Nullable List<@Nullable String> codes) {}

  /** What was added. */
  record Added(StockKind kind, int added) {}

  private final Stock stock;
  private final IdempotencyStore idempotency;
  private final StockArrivals arrivals;

  StockController(Stock stock, IdempotencyStore idempotency, StockArrivals arrivals) {
    this.stock = stock;
    this.idempotency = idempotency;
    this.arrivals = arrivals;
  }

  /** Figures of each kind. */
  @GetMapping
  Page<Level> levels(Caller caller) {
    return Page.of(stock.levels(caller.federation()));
  }

  /** Adds packs; those who wait are served first, the oldest before all others. */
  @PostMapping("/packs")
  @ApiResponse(responseCode = "201", description = "Added", useReturnTypeSchema = true)
  ResponseEntity<Added> packs(
      @Parameter(required = true) @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody Packs packs,
      Caller caller) {
    Integer count = packs.count();
    if (count == null) {
      throw ProblemException.invalid("count", "REQUIRED", "is required");
    }
    if (count < 1 || count > MOST_PACKS) {
      throw ProblemException.invalid("count", "OUT_OF_RANGE", "must be 1 to " + MOST_PACKS);
    }
    return idempotency.onceAs(
        caller,
        key,
        packs,
        operation -> {
          stock.addPacks(caller.federation(), operation, count);
          return added(StockKind.GIFT_PACK, count);
        });
  }

  /** Adds codes, all or none. */
  @PostMapping(path = "/codes", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ApiResponse(responseCode = "201", description = "Added", useReturnTypeSchema = true)
  ResponseEntity<Added> codes(
      @Parameter(required = true) @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody Codes body,
      Caller caller) {
    List<String> codes = checked(body.codes());
    return idempotency.onceAs(caller, key, codes, operation -> add(caller, operation, codes));
  }

  /** Adds codes, one in each line, all or none. */
  @PostMapping(path = "/codes", consumes = "text/csv")
  @ApiResponse(responseCode = "201", description = "Added", useReturnTypeSchema = true)
  ResponseEntity<Added> lines(
      @Parameter(required = true) @RequestHeader(name = KEY, required = false) @Nullable String key,
      @RequestBody String csv,
      Caller caller) {
    List<String> codes = checked(csv.lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
    return idempotency.onceAs(caller, key, codes, operation -> add(caller, operation, codes));
  }

  private ResponseEntity<Added> add(Caller caller, String operation, List<String> codes) {
    try {
      stock.addCodes(caller.federation(), operation, codes);
    } catch (Stock.CodesKnown known) {
      ProblemException problem =
          ProblemException.conflict(
              "codes-known", "Some codes are in stock already; none was added.");
      for (String code : known.codes()) {
        problem.field("codes[" + codes.indexOf(code) + "]", "KNOWN", "is in stock already");
      }
      throw problem;
    }
    return added(StockKind.FILM_TICKET, codes.size());
  }

  private ResponseEntity<Added> added(StockKind kind, int count) {
    arrivals.arrived();
    return ResponseEntity.status(HttpStatus.CREATED).body(new Added(kind, count));
  }

  private static List<String> checked(@Nullable List<? extends @Nullable String> codes) {
    if (codes == null || codes.isEmpty()) {
      throw ProblemException.invalid("codes", "REQUIRED", "is required");
    }
    if (codes.size() > Stock.ATOMIC) {
      throw ProblemException.invalid("codes", "TOO_LONG", "at most " + Stock.ATOMIC + " at once");
    }
    Violations violations = new Violations();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < codes.size(); i++) {
      String code = codes.get(i);
      String field = "codes[" + i + "]";
      if (violations.require(field, code)
          && violations.check(
              CODE.matcher(code).matches(), field, "PATTERN", "4 to 64 letters, digits, hyphens")) {
        violations.check(seen.add(code), field, "DUPLICATE", "is there twice");
      }
    }
    violations.throwIfAny();
    return codes.stream().map(String::valueOf).toList();
  }
}
