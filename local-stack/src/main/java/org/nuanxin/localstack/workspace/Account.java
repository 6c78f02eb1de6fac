package org.nuanxin.localstack.workspace;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A staff account that identity-service imports at its first start.
 *
 * @param username for signing in
 * @param password made at random at the first start
 * @param roles as the tokens name them
 * @param unions the roots of the union subtrees it may act in
 * @param station the station it keeps, if any
 */
public record Account(
    String username,
    String password,
    List<String> roles,
    List<String> unions,
    @Nullable String station) {

  private static final String FEDERATION = "460200";
  private static final String FIRST_STATION = "st-001";

  /** The file of the data folder that identity-service imports. */
  public static Path file(Path data) {
    return data.resolve("accounts.json");
  }

  /** The accounts of the data folder, made if there are none. */
  public static List<Account> in(Path data) {
    return Json.read(file(data), Account[].class)
        .map(Arrays::asList)
        .orElseGet(() -> {
          List<Account> made = samples();
          PrivateFile.replace(file(data), Json.write(made));
          return made;
        });
  }

  /** What it may act on: union subtrees, or a station. */
  List<String> scope() {
    return Stream.concat(unions.stream(), Stream.ofNullable(station)).toList();
  }

  private static List<Account> samples() {
    return List.of(
        staff("admin", "FEDERATION_ADMIN", List.of(FEDERATION), null),
        staff("reviewer", "REVIEWER", List.of(FEDERATION), null),
        staff("union-admin", "UNION_ADMIN", List.of(FEDERATION), null),
        staff("keeper", "STATION_KEEPER", List.of(), FIRST_STATION),
        staff("auditor", "AUDITOR", List.of(), null),
        staff("ops", "OPS", List.of(), null));
  }

  private static Account staff(
      String username, String role, List<String> unions, @Nullable String station) {
    return new Account(username, Secrets.password(), List.of(role), unions, station);
  }

  @Override
  public String toString() {
    return "Account[" + username + "]";
  }
}
