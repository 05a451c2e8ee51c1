package org.openimr.standalone.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
  @TempDir Path directory;

  @Test
  void deletesTemporaryDirectoryWithContents() throws IOException {
    DataDirectory data = DataDirectory.open(Optional.empty(), false);
    Files.createDirectories(data.subdirectory("broker/topic"));
    Files.writeString(data.subdirectory("broker/topic/0.log"), "records");

    data.close();

    assertThat(data.path()).doesNotExist();
  }

  @Test
  void temporaryDirectoryIsAccessibleToOwnerOnly() throws IOException {
    try (DataDirectory data = DataDirectory.open(Optional.empty(), false)) {
      assertThat(Files.getPosixFilePermissions(data.path())).hasSize(3);
    }
  }

  @Test
  void keepsDirectoryOnRequest() throws IOException {
    DataDirectory data = DataDirectory.open(Optional.of(directory.resolve("new")), true);

    data.close();

    assertThat(data.path()).exists();
  }

  @Test
  void keepsDirectoryOfEarlierRun() throws IOException {
    DataDirectory.open(Optional.of(directory), true).close();

    DataDirectory.open(Optional.of(directory), false).close();

    assertThat(directory).exists();
  }

  @Test
  void rejectsDirectoryWithOtherFiles() throws IOException {
    Path letter = Files.writeString(directory.resolve("love-letter.txt"), "Dear");

    assertThatThrownBy(() -> DataDirectory.open(Optional.of(directory), false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(directory.toString());
    assertThat(letter).exists();
  }
}
