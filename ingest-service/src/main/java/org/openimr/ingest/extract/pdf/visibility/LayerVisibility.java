package org.openimr.ingest.extract.pdf.visibility;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Which optional content groups ("layers") are hidden in the default configuration. */
final class LayerVisibility {
  private static final COSName OC_PROPERTIES = COSName.getPDFName("OCProperties");
  private static final COSName OCGS = COSName.getPDFName("OCGs");
  private static final COSName BASE_STATE = COSName.getPDFName("BaseState");
  private static final COSName POLICY = COSName.P;
  private static final COSName EXPRESSION = COSName.getPDFName("VE");
  private static final int MAX_DEPTH = 16;

  private final Set<COSBase> hidden = Collections.newSetFromMap(new IdentityHashMap<>());

  LayerVisibility(PDDocument document) {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    if (catalog.getDictionaryObject(OC_PROPERTIES) instanceof COSDictionary properties
        && properties.getDictionaryObject(COSName.D) instanceof COSDictionary defaults) {
      if ("OFF".equals(defaults.getNameAsString(BASE_STATE))) {
        addAll(properties.getDictionaryObject(OCGS));
        removeAll(defaults.getDictionaryObject(COSName.ON));
      }
      addAll(defaults.getDictionaryObject(COSName.OFF));
    }
  }

  private void addAll(@Nullable COSBase groups) {
    if (groups instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        hidden.add(array.getObject(i));
      }
    }
  }

  private void removeAll(@Nullable COSBase groups) {
    if (groups instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        hidden.remove(array.getObject(i));
      }
    }
  }

  /** Whether content is hidden that belongs to a group or to a membership dictionary. */
  boolean isHidden(@Nullable COSBase membership) {
    if (hidden.isEmpty() || !(membership instanceof COSDictionary dictionary)) {
      return false;
    }
    if (!"OCMD".equals(dictionary.getNameAsString(COSName.TYPE))) {
      return hidden.contains(dictionary);
    }
    return dictionary.getDictionaryObject(EXPRESSION) instanceof COSArray expression
        ? !isVisible(expression, 0)
        : isHiddenByPolicy(dictionary);
  }

  private boolean isHiddenByPolicy(COSDictionary membership) {
    COSBase groups = membership.getDictionaryObject(OCGS);
    if (!(groups instanceof COSArray array)) {
      return isHidden(groups);
    }
    int off = 0;
    for (int i = 0; i < array.size(); i++) {
      off += hidden.contains(array.getObject(i)) ? 1 : 0;
    }
    int count = array.size();
    return count > 0
        && switch (membership.getNameAsString(POLICY, "AnyOn")) {
          case "AllOn" -> off > 0;
          case "AnyOff" -> off == 0;
          case "AllOff" -> off < count;
          default -> off == count;
        };
  }

  /** Evaluates a visibility expression (ISO 32000-1, 8.11.2.2). */
  private boolean isVisible(@Nullable COSBase expression, int depth) {
    if (!(expression instanceof COSArray array) || array.size() < 2 || depth > MAX_DEPTH) {
      return !hidden.contains(expression);
    }
    String operator = array.getName(0, "");
    boolean isAnd = "And".equals(operator);
    boolean result = isAnd;
    for (int i = 1; i < array.size(); i++) {
      boolean operand = isVisible(array.getObject(i), depth + 1);
      if ("Not".equals(operator)) {
        return !operand;
      }
      result = isAnd ? result && operand : result || operand;
    }
    return result;
  }
}
