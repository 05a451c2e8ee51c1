package org.openimr.ingest.extract.pdf.visibility;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;

/** An operator of page contents that runs an action with its operands. */
final class SimpleOperator extends OperatorProcessor {
  private final String name;
  private final Action action;

  private SimpleOperator(PDFStreamEngine engine, String name, Action action) {
    super(engine);
    this.name = name;
    this.action = action;
  }

  /** The effect of an operator; it ignores wrong operands. */
  interface Action {
    void run(List<COSBase> operands) throws IOException;
  }

  static void add(PDFStreamEngine engine, String name, Action action) {
    engine.addOperator(new SimpleOperator(engine, name, action));
  }

  /** Returns the operands as numbers, or an empty array if there are fewer than expected. */
  static float[] numbers(List<COSBase> operands, int count) {
    if (operands.size() < count) {
      return new float[0];
    }
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      if (!(operands.get(i) instanceof COSNumber number)) {
        return new float[0];
      }
      numbers[i] = number.floatValue();
    }
    return numbers;
  }

  @Override
  public void process(Operator operator, List<COSBase> operands) throws IOException {
    action.run(operands);
  }

  @Override
  public String getName() {
    return name;
  }
}
