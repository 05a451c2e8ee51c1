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
  @TempDir Path folder;

  @Test
  void aTemporaryFolderIsGoneAtTheEndWithAllThatIsInIt() throws IOException {
    DataDirectory data = DataDirectory.open(Optional.empty(), false);
    Files.createDirectories(data.subdirectory("broker/topic"));
    Files.writeString(data.subdirectory("broker/topic/0.log"), "records");

    data.close();

    assertThat(data.path()).doesNotExist();
  }

  @Test
  void onlyItsOwnerMayLookIntoATemporaryFolder() throws IOException {
    try (DataDirectory data = DataDirectory.open(Optional.empty(), false)) {
      assertThat(Files.getPosixFilePermissions(data.path())).hasSize(3);
    }
  }

  @Test
  void aFolderThatIsToBeKeptStays() throws IOException {
    DataDirectory data = DataDirectory.open(Optional.of(folder.resolve("new")), true);

    data.close();

    assertThat(data.path()).exists();
  }

  @Test
  void aFolderOfAnEarlierRunStaysWhateverTheLaterRunSays() throws IOException {
    DataDirectory.open(Optional.of(folder), true).close();

    DataDirectory.open(Optional.of(folder), false).close();

    assertThat(folder).exists();
  }

  @Test
  void aFolderWithOtherFilesIsRefusedAndLeftAsItIs() throws IOException {
    Path letter = Files.writeString(folder.resolve("love-letter.txt"), "Dear");

    assertThatThrownBy(() -> DataDirectory.open(Optional.of(folder), false))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString());
    assertThat(letter).exists();
  }
}
