package org.nuanxin.localstack.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.localstack.CannotStart;

class WorkspaceTest {

  @TempDir private Path root;

  @Test
  void wipesItsOwnData() {
    Workspace workspace = Workspace.at(root);
    workspace.create();

    workspace.wipe();

    assertThat(workspace.data()).doesNotExist();
  }

  @Test
  void neverWipesWhatIsNotItsOwn() throws IOException {
    Files.writeString(root.resolve("thesis.txt"), "years of work");
    Workspace workspace = Workspace.at(root, root);

    assertThatExceptionOfType(CannotStart.class).isThrownBy(workspace::wipe);
    assertThatExceptionOfType(CannotStart.class).isThrownBy(workspace::create);
    assertThat(root.resolve("thesis.txt")).exists();
  }

  @Test
  void makesSecretsAndAccountsOnceAndForTheOwnerOnly() throws IOException {
    Secrets secrets = Secrets.in(root);
    List<Account> accounts = Account.in(root);

    assertThat(Secrets.in(root)).isEqualTo(secrets);
    assertThat(Account.in(root)).isEqualTo(accounts);
    assertThat(accounts)
        .extracting(Account::username)
        .containsExactly("admin", "reviewer", "union-admin", "keeper", "auditor", "ops");
    assertThat(accounts).extracting(Account::password).doesNotHaveDuplicates();
    assertThat(List.of(root.resolve("secrets.json"), Account.file(root)))
        .allSatisfy(file ->
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------"));
    assertThat(secrets.toString() + accounts)
        .doesNotContain(secrets.piiKey(), accounts.getFirst().password());
  }
}
