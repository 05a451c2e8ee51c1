package org.openimr.ingest.extract.pdf;

import java.io.IOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Generates the appearance of form fields where a document leaves it to the reader. */
final class FormAppearances {
  private FormAppearances() {}

  /** Fields whose appearance can't be generated keep none, which leads to a warning. */
  static void generate(PDDocument document) {
    COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
    if (catalog.getDictionaryObject(COSName.ACRO_FORM) instanceof COSDictionary form
        && form.getBoolean(COSName.getPDFName("NeedAppearances"), false)) {
      try {
        // PDFBox generates them when a form is opened
        document.getDocumentCatalog().getAcroForm().refreshAppearances();
      } catch (IOException | RuntimeException e) {
        // the warning about fields without appearance follows
      }
    }
  }
}
