package org.openimr.ingest.extract.pdf.visibility;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.DrawObject;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.jspecify.annotations.Nullable;

/** The operators that draw images, forms and shadings, and those of marked content. */
final class ImageOperators {
  private static final Rectangle2D UNIT = new Rectangle2D.Float(0, 0, 1, 1);

  private final PDFStreamEngine engine;
  private final ContentVisibility visibility;
  private final DrawObject forms;

  private ImageOperators(PDFStreamEngine engine, ContentVisibility visibility) {
    this.engine = engine;
    this.visibility = visibility;
    this.forms = new DrawObject(engine);
  }

  static void addTo(PDFStreamEngine engine, ContentVisibility visibility) {
    ImageOperators images = new ImageOperators(engine, visibility);
    engine.addOperator(images.new Draw());
    engine.addOperator(images.new InlineImage());
    SimpleOperator.add(engine, "sh", operands -> visibility.shading());
    SimpleOperator.add(engine, "BDC", images::beginMarkedContent);
  }

  private void beginMarkedContent(List<COSBase> operands) {
    COSName tag = !operands.isEmpty() && operands.getFirst() instanceof COSName name ? name : null;
    COSDictionary properties = operands.size() < 2 ? null : properties(operands.get(1));
    engine.beginMarkedContentSequence(
        tag == null ? COSName.getPDFName("") : tag,
        properties == null ? new COSDictionary() : properties);
  }

  private @Nullable COSDictionary properties(COSBase operand) {
    if (operand instanceof COSName name) {
      PDPropertyList list = engine.getResources().getProperties(name);
      return list == null ? null : list.getCOSObject();
    }
    return operand instanceof COSDictionary dictionary ? dictionary : null;
  }

  /** Area of an image in the coordinates of the page. */
  private Rectangle2D area() {
    return engine
        .getGraphicsState()
        .getCurrentTransformationMatrix()
        .createAffineTransform()
        .createTransformedShape(UNIT)
        .getBounds2D();
  }

  private @Nullable COSDictionary object(COSName name) {
    COSDictionary resources = engine.getResources().getCOSObject();
    return resources.getDictionaryObject(COSName.XOBJECT) instanceof COSDictionary objects
            && objects.getDictionaryObject(name) instanceof COSDictionary object
        ? object
        : null;
  }

  private static boolean hasMask(COSDictionary image) {
    return image.getBoolean(COSName.IMAGE_MASK, COSName.IM, false)
        || image.containsKey(COSName.MASK)
        || image.containsKey(COSName.SMASK);
  }

  private final class Draw extends OperatorProcessor {
    Draw() {
      super(engine);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) throws IOException {
      COSDictionary object =
          !operands.isEmpty() && operands.getFirst() instanceof COSName name ? object(name) : null;
      if (object == null) {
        return;
      }
      visibility.draw(
          object.getDictionaryObject(COSName.OC), () -> draw(operator, operands, object));
    }

    private void draw(Operator operator, List<COSBase> operands, COSDictionary object)
        throws IOException {
      if (COSName.IMAGE.equals(object.getCOSName(COSName.SUBTYPE))) {
        visibility.image(area(), hasMask(object));
      } else {
        forms.process(operator, operands);
      }
    }

    @Override
    public String getName() {
      return "Do";
    }
  }

  private final class InlineImage extends OperatorProcessor {
    InlineImage() {
      super(engine);
    }

    @Override
    public void process(Operator operator, List<COSBase> operands) {
      visibility.image(area(), hasMask(operator.getImageParameters()));
    }

    @Override
    public String getName() {
      return "BI";
    }
  }
}
