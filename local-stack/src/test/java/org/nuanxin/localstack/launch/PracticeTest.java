package org.nuanxin.localstack.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nuanxin.localstack.CannotStart;
import org.nuanxin.localstack.supervise.JavaRuntime;
import org.nuanxin.localstack.supervise.Service;
import org.nuanxin.localstack.supervise.ServiceImage;
import org.nuanxin.localstack.supervise.ServiceImages;
import org.nuanxin.localstack.workspace.Workspace;

class PracticeTest {

  @TempDir private Path root;

  private final List<String> said = new CopyOnWriteArrayList<>();

  @Test
  void isLeftOutWhereThereIsNoDatabaseToPractiseOn() {
    assertThat(practise(CannotStart.Reason.MISSING)).isFalse();

    assertThat(said).containsExactly("  no MongoDB server to practise on here, so no quick starts");
    assertThat(root.resolve(".nuanxin/cache")).isEmptyDirectory();
  }

  @Test
  void failsWhenTheDatabaseThatIsHereFails() {
    assertThatExceptionOfType(CannotStart.class)
        .isThrownBy(() -> practise(CannotStart.Reason.FAILED));
  }

  private boolean practise(CannotStart.Reason reason) {
    Workspace workspace = Workspace.at(root);
    workspace.create();
    try (ServiceImages preparation = new ServiceImages(JavaRuntime.current());
        Parts parts = new Parts()) {
      return Practice.run(
          Map.of(
              Service.STATIONS, new ServiceImage(Service.STATIONS, root, root.resolve("no.jar"))),
          preparation,
          workspace,
          (data, log) -> {
            throw new CannotStart(reason, "There is no MongoDB server here.");
          },
          parts,
          said::add);
    }
  }
}
