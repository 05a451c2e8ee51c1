package org.openimr.sink.lake.catalog;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** Buffers writes to a file, because Parquet writes its footer byte by byte. */
record BufferedOutputFile(OutputFile file) implements OutputFile {
  private static final int BUFFER_BYTES = 16 * 1024;

  @Override
  public PositionOutputStream create() {
    return new BufferedPositionStream(file.create());
  }

  @Override
  public PositionOutputStream createOrOverwrite() {
    return new BufferedPositionStream(file.createOrOverwrite());
  }

  @Override
  public String location() {
    return file.location();
  }

  @Override
  public InputFile toInputFile() {
    return file.toInputFile();
  }

  private static final class BufferedPositionStream extends PositionOutputStream {
    private final OutputStream out;
    private long position;

    BufferedPositionStream(PositionOutputStream file) {
      this.out = new BufferedOutputStream(file, BUFFER_BYTES);
    }

    @Override
    public long getPos() {
      return position;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      position++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
      position += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
