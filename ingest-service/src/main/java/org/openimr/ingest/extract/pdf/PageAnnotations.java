package org.openimr.ingest.extract.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.openimr.ingest.extract.pdf.visibility.ContentVisibility;

/**
 * The annotations of a page.
 *
 * @param fields form fields, whose appearance is part of the page
 * @param changes types of the annotations that may change the meaning of the page, sorted
 * @param hasUnseenValue whether a form field has a value but no appearance that shows it
 */
record PageAnnotations(List<PDAnnotation> fields, Set<String> changes, boolean hasUnseenValue) {
  private static final int HIDDEN_OR_NO_VIEW = 1 << 1 | 1 << 5;
  private static final int MAX_DEPTH = 16;

  /** Types that add or strike out text, or cover it. Notes and links do not. */
  private static final Set<String> CHANGING =
      Set.of(
          "FreeText",
          "Stamp",
          "StrikeOut",
          "Caret",
          "Redact",
          "Ink",
          "Line",
          "PolyLine",
          "Polygon",
          "Square",
          "Circle");

  static PageAnnotations of(PDPage page, ContentVisibility visibility) throws IOException {
    List<PDAnnotation> fields = new ArrayList<>();
    Set<String> changes = new TreeSet<>();
    boolean hasUnseenValue = false;
    for (COSDictionary annotation : visible(page, visibility)) {
      String type = annotation.getNameAsString(COSName.SUBTYPE, "");
      if ("Widget".equals(type)) {
        hasUnseenValue |= hasUnseenValue(annotation);
        fields.add(PDAnnotation.createAnnotation(annotation));
      } else if (CHANGING.contains(type)) {
        changes.add(type);
      }
    }
    return new PageAnnotations(fields, changes, hasUnseenValue);
  }

  private static List<COSDictionary> visible(PDPage page, ContentVisibility visibility) {
    List<COSDictionary> visible = new ArrayList<>();
    if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
      for (int i = 0; i < annotations.size(); i++) {
        if (annotations.getObject(i) instanceof COSDictionary annotation
            && (annotation.getInt(COSName.F, 0) & HIDDEN_OR_NO_VIEW) == 0
            && !visibility.isHiddenLayer(annotation.getDictionaryObject(COSName.OC))) {
          visible.add(annotation);
        }
      }
    }
    return visible;
  }

  private static boolean hasUnseenValue(COSDictionary field) {
    return !field.containsKey(COSName.AP)
        && inherited(field, COSName.V) instanceof COSString value
        && !value.getString().isBlank();
  }

  /** An attribute of a field or of one of its parents. */
  private static COSBase inherited(COSDictionary field, COSName name) {
    COSDictionary current = field;
    for (int depth = 0; depth < MAX_DEPTH && !current.containsKey(name); depth++) {
      if (!(current.getDictionaryObject(COSName.PARENT) instanceof COSDictionary parent)) {
        break;
      }
      current = parent;
    }
    COSBase value = current.getDictionaryObject(name);
    return value == null ? COSName.getPDFName("") : value;
  }
}
