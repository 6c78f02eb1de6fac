package org.nuanxin.identity.staff.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class AccountsFileTest {

  private static final String PASSWORD = "a long enough password";

  @TempDir private Path folder;

  private Path file(String json) throws IOException {
    return Files.writeString(folder.resolve("accounts.json"), json);
  }

  @Test
  void readsNamesInTheirOneForm() throws IOException {
    var accounts =
        AccountsFile.read(
            file(
                "[{\"username\":\"Ops\",\"password\":\"%s\",\"roles\":[\"OPS\"]}]"
                    .formatted(PASSWORD)),
            JsonMapper.shared());
    assertThat(accounts).hasSize(1);
    assertThat(accounts.getFirst().username()).isEqualTo("ops");
    assertThat(accounts.getFirst().unions()).isEmpty();
    assertThat(accounts.getFirst().toString()).doesNotContain(PASSWORD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "{\"username\":\"ops\"}",
        "[{\"password\":\"a long enough password\",\"roles\":[\"OPS\"]}]",
        "[{\"username\":\"$ne\",\"password\":\"a long enough password\",\"roles\":[\"OPS\"]}]",
        "[{\"username\":\"ops\",\"password\":\"short\",\"roles\":[\"OPS\"]}]",
        "[{\"username\":\"ops\",\"password\":\"a long enough password\",\"roles\":[]}]",
        "[{\"username\":\"ops\",\"password\":\"a long enough password\",\"roles\":[\"KING\"]}]",
        "[{\"username\":\"ops\",\"password\":\"a long enough password\",\"roles\":[\"SERVICE\"]}]",
        "[{\"username\":\"ops\",\"password\":\"a long enough password\",\"roles\":[\"WORKER\"]}]"
      })
  void refusesInOneSentenceWithoutThePassword(String json) throws IOException {
    Path file = file(json);
    assertThatThrownBy(() -> AccountsFile.read(file, JsonMapper.shared()))
        .isInstanceOf(IllegalStateException.class)
        .hasNoCause()
        .hasMessageStartingWith("The accounts file")
        .hasMessageNotContaining(PASSWORD);
  }

  @Test
  void saysSoWhenThereIsNoFile() {
    assertThatThrownBy(() -> AccountsFile.read(folder.resolve("none.json"), JsonMapper.shared()))
        .hasMessageContaining("cannot be read");
  }
}
