package org.openimr.ingest.extract.pdf.visibility;

import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.jspecify.annotations.Nullable;

/** The operators that set colours, which PDFBox's text extraction ignores. */
final class ColorOperators {
  private final PDFStreamEngine engine;

  private ColorOperators(PDFStreamEngine engine) {
    this.engine = engine;
  }

  static void addTo(PDFStreamEngine engine) {
    ColorOperators colors = new ColorOperators(engine);
    colors.add("g", "G", 1);
    colors.add("rg", "RG", 3);
    colors.add("k", "K", 4);
    SimpleOperator.add(engine, "cs", operands -> colors.setSpace(operands, true));
    SimpleOperator.add(engine, "CS", operands -> colors.setSpace(operands, false));
    for (String name : List.of("sc", "scn")) {
      SimpleOperator.add(engine, name, operands -> colors.setColor(operands, true));
    }
    for (String name : List.of("SC", "SCN")) {
      SimpleOperator.add(engine, name, operands -> colors.setColor(operands, false));
    }
  }

  private void add(String fill, String stroke, int components) {
    InkSpace space = InkSpace.ofComponents(components);
    SimpleOperator.add(engine, fill, operands -> set(color(operands, space), true));
    SimpleOperator.add(engine, stroke, operands -> set(color(operands, space), false));
  }

  private void set(PDColor color, boolean isFill) {
    PDGraphicsState state = engine.getGraphicsState();
    if (isFill) {
      state.setNonStrokingColorSpace(color.getColorSpace());
      state.setNonStrokingColor(color);
    } else {
      state.setStrokingColorSpace(color.getColorSpace());
      state.setStrokingColor(color);
    }
  }

  private void setSpace(List<COSBase> operands, boolean isFill) {
    if (!operands.isEmpty() && operands.getFirst() instanceof COSName name) {
      set(space(name).getInitialColor(), isFill);
    }
  }

  private void setColor(List<COSBase> operands, boolean isFill) {
    PDGraphicsState state = engine.getGraphicsState();
    PDColorSpace space = isFill ? state.getNonStrokingColorSpace() : state.getStrokingColorSpace();
    InkSpace ink = space instanceof InkSpace known ? known : InkSpace.ofComponents(operands.size());
    set(color(operands, ink), isFill);
  }

  private static PDColor color(List<COSBase> operands, InkSpace space) {
    float[] components = new float[space.getNumberOfComponents()];
    for (int i = 0; i < components.length; i++) {
      if (i >= operands.size() || !(operands.get(i) instanceof COSNumber number)) {
        return new InkSpace(InkSpace.Kind.UNKNOWN, 0).getInitialColor();
      }
      components[i] = number.floatValue();
    }
    return new PDColor(components, space);
  }

  private InkSpace space(COSName name) {
    COSBase value = name;
    COSDictionary resources = engine.getResources().getCOSObject();
    if (resources.getDictionaryObject(COSName.COLORSPACE) instanceof COSDictionary spaces
        && spaces.getDictionaryObject(name) != null) {
      value = spaces.getDictionaryObject(name);
    }
    return space(value);
  }

  private static InkSpace space(@Nullable COSBase value) {
    return switch (value) {
      case COSName name -> device(name.getName());
      case COSArray array when array.getObject(0) instanceof COSName family ->
          space(family.getName(), array);
      case null, default -> new InkSpace(InkSpace.Kind.UNKNOWN, 0);
    };
  }

  private static InkSpace space(String family, COSArray array) {
    return switch (family) {
      case "ICCBased" ->
          InkSpace.ofComponents(
              array.getObject(1) instanceof COSDictionary profile ? profile.getInt(COSName.N) : 0);
      case "CalGray", "CalRGB" -> InkSpace.ofComponents("CalGray".equals(family) ? 1 : 3);
      case "Lab" -> new InkSpace(InkSpace.Kind.LAB, 3);
      case "Separation" -> new InkSpace(InkSpace.Kind.TINT, 1);
      case "DeviceN" ->
          new InkSpace(
              InkSpace.Kind.TINT, array.getObject(1) instanceof COSArray inks ? inks.size() : 0);
      default -> device(family);
    };
  }

  private static InkSpace device(String name) {
    return switch (name) {
      case "DeviceGray", "G", "CalGray" -> InkSpace.ofComponents(1);
      case "DeviceRGB", "RGB", "CalRGB" -> InkSpace.ofComponents(3);
      case "DeviceCMYK", "CMYK" -> InkSpace.ofComponents(4);
      default -> new InkSpace(InkSpace.Kind.UNKNOWN, 0);
    };
  }
}
