package org.nuanxin.identity.staff.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.nuanxin.identity.staff.NewAccount;
import org.nuanxin.identity.staff.StaffAccount;
import org.nuanxin.kit.security.Role;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A JSON list of {@code {username, password, roles, unions, station}}. */
final class AccountsFile {

  private static final Pattern USERNAME = Pattern.compile("[a-z][a-z0-9._-]{1,63}");
  private static final int SHORTEST_PASSWORD = 12;
  private static final Set<Role> NOT_FOR_STAFF = Set.of(Role.WORKER, Role.SERVICE);

  private record Line(
      @Nullable String username,
      @Nullable String password,
      @Nullable List<String> roles,
      @Nullable List<String> unions,
      @Nullable String station) {}

  private AccountsFile() {}

  /**
   * Reads the file.
   *
   * @throws IllegalStateException in one sentence that names the account and not its password
   */
  static List<NewAccount> read(Path file, JsonMapper json) {
    if (!Files.isReadable(file)) {
      throw new IllegalStateException("The accounts file " + file + " cannot be read");
    }
    try {
      return Stream.of(json.readValue(file.toFile(), Line[].class))
          .map(AccountsFile::account)
          .toList();
    } catch (JacksonException malformed) {
      // Without the cause: its message quotes the file, passwords included.
      throw new IllegalStateException(
          "The accounts file " + file + " is not the JSON it should be");
    }
  }

  private static NewAccount account(Line line) {
    String username = StaffAccount.normalised(line.username == null ? "" : line.username);
    check(USERNAME.matcher(username).matches(), username, "its name does not match " + USERNAME);
    String password = line.password == null ? "" : line.password;
    check(
        password.length() >= SHORTEST_PASSWORD,
        username,
        "its password is shorter than " + SHORTEST_PASSWORD);
    List<String> roles = line.roles == null ? List.of() : line.roles;
    check(!roles.isEmpty() && roles.stream().allMatch(AccountsFile::isForStaff), username, "roles");
    return new NewAccount(
        username,
        password,
        Set.copyOf(roles),
        line.unions == null ? List.of() : line.unions,
        line.station);
  }

  private static boolean isForStaff(String role) {
    return Arrays.stream(Role.values())
        .anyMatch(each -> each.name().equals(role) && !NOT_FOR_STAFF.contains(each));
  }

  private static void check(boolean ok, String username, String what) {
    if (!ok) {
      throw new IllegalStateException(
          "The accounts file has an account '" + username + "' that cannot be: " + what);
    }
  }
}
