package org.openimr.ingest.extract.pdf.visibility;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDGraphicsState;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.TextPosition;
import org.jspecify.annotations.Nullable;

/**
 * Follows the graphics state of the pages of a document and decides which glyphs are visible.
 *
 * <p>Add it to a text extraction engine, start each page, and announce each string that is drawn.
 */
public final class ContentVisibility {
  private static final float INVISIBLE_ALPHA = 0.05f;
  private static final float OPAQUE_ALPHA = 0.95f;

  /** Glyphs on an image from which it is the background of text. */
  private static final int MIN_LETTERS_ON_IMAGE = 20;

  private final PDFStreamEngine engine;
  private final LayerVisibility layers;
  private final ClipBounds clips = new ClipBounds();
  private final Deque<Boolean> markedContents = new ArrayDeque<>();
  private int hiddenDepth;
  private PageCanvas canvas;
  private int piece;
  private int onImage;
  private GlyphPaint.Kind inkKind = GlyphPaint.Kind.VISIBLE;
  private InkColor ink = InkColor.BLACK;
  private Rectangle2D clip = new Rectangle2D.Double();

  public ContentVisibility(PDDocument document, PDFStreamEngine engine) {
    this.engine = engine;
    this.layers = new LayerVisibility(document);
    this.canvas = new PageCanvas(new PDRectangle());
    ColorOperators.addTo(engine);
    PathOperators.addTo(engine, new FillPainter());
    ImageOperators.addTo(engine, this);
  }

  /** Forgets the previous page. */
  public void startPage(PDPage page) {
    canvas = new PageCanvas(page.getCropBox());
    markedContents.clear();
    hiddenDepth = 0;
    onImage = 0;
  }

  public PagePainting painting() {
    double plain = onImage < MIN_LETTERS_ON_IMAGE ? canvas.imageShare() : 0;
    return new PagePainting(canvas.imageShare(), plain, canvas.fillShare(), canvas.curves());
  }

  /** Enters a marked-content sequence, which may belong to a hidden layer. */
  public void beginMarkedContent(@Nullable COSName tag, @Nullable COSBase properties) {
    boolean isHidden = COSName.OC.equals(tag) && layers.isHidden(properties);
    markedContents.push(isHidden);
    hiddenDepth += isHidden ? 1 : 0;
  }

  public void endMarkedContent() {
    if (!markedContents.isEmpty() && markedContents.pop()) {
      hiddenDepth--;
    }
  }

  /** An action on page contents that may draw something. */
  interface Drawing {
    void run() throws IOException;
  }

  /** Draws a form, image or annotation, which is hidden if its layer is. */
  void draw(@Nullable COSBase layer, Drawing drawing) throws IOException {
    boolean isHidden =
        layers.isHidden(layer)
            || engine.getGraphicsState().getNonStrokeAlphaConstant() < INVISIBLE_ALPHA;
    hiddenDepth += isHidden ? 1 : 0;
    try {
      drawing.run();
    } finally {
      hiddenDepth -= isHidden ? 1 : 0;
    }
  }

  /** Whether an annotation belongs to a hidden layer. */
  public boolean isHiddenLayer(@Nullable COSBase layer) {
    return layers.isHidden(layer);
  }

  void image(Rectangle2D area, boolean hasMask) {
    if (hiddenDepth == 0) {
      canvas.image(area, clips.of(engine.getGraphicsState()), !hasMask && isOpaque());
    }
  }

  /** Paints the whole clipping area with colours that are not known. */
  void shading() {
    image(clips.of(engine.getGraphicsState()), false);
  }

  private final class FillPainter implements PathOperators.Painter {
    @Override
    public void fill(List<Rectangle2D> rectangles) {
      if (isPainting()) {
        Rectangle2D bounds = clips.of(engine.getGraphicsState());
        InkColor color = fillColor();
        for (Rectangle2D rectangle : rectangles) {
          canvas.fill(rectangle, bounds, color, isOpaque());
        }
      }
    }

    @Override
    public void fill(Path2D path, int segments) {
      if (isPainting()) {
        Rectangle2D bounds = clips.of(engine.getGraphicsState());
        canvas.fill(path, segments, bounds, fillColor(), isOpaque());
      }
    }
  }

  private boolean isPainting() {
    return hiddenDepth == 0
        && engine.getGraphicsState().getNonStrokeAlphaConstant() >= INVISIBLE_ALPHA;
  }

  private boolean isOpaque() {
    PDGraphicsState state = engine.getGraphicsState();
    return state.getNonStrokeAlphaConstant() >= OPAQUE_ALPHA
        && BlendMode.NORMAL.equals(state.getBlendMode())
        && state.getSoftMask() == null;
  }

  private InkColor fillColor() {
    return InkSpace.color(engine.getGraphicsState().getNonStrokingColor());
  }

  /** Prepares the decisions about the glyphs of a string, which share a graphics state. */
  public void beginString() {
    piece++;
    PDGraphicsState state = engine.getGraphicsState();
    RenderingMode mode = state.getTextState().getRenderingMode();
    boolean isStroked = mode.isStroke() && !mode.isFill();
    float alpha =
        (float) (isStroked ? state.getAlphaConstant() : state.getNonStrokeAlphaConstant());
    ink = isStroked ? InkSpace.color(state.getStrokingColor()) : fillColor();
    clip = clips.of(state);
    if (hiddenDepth > 0 || alpha < INVISIBLE_ALPHA) {
      inkKind = GlyphPaint.Kind.HIDDEN;
    } else {
      boolean hasInk = mode.isFill() || mode.isStroke();
      inkKind = hasInk ? GlyphPaint.Kind.VISIBLE : GlyphPaint.Kind.INKLESS;
    }
  }

  /** Whether the current string is drawn with ink. */
  public boolean hasInk() {
    return inkKind == GlyphPaint.Kind.VISIBLE;
  }

  /** Decides about a glyph that is being drawn. */
  public GlyphPaint paint(TextPosition glyph) {
    return new GlyphPaint(piece, canvas.nextSequence(), kind(glyph));
  }

  private GlyphPaint.Kind kind(TextPosition glyph) {
    GlyphSpot spot = GlyphSpot.of(glyph, canvas.page());
    if (!spot.isIn(canvas.page()) || !spot.isIn(clip)) {
      return GlyphPaint.Kind.HIDDEN;
    }
    if (inkKind != GlyphPaint.Kind.VISIBLE) {
      return inkKind;
    }
    InkColor background = canvas.background(spot);
    if (ink.isLike(background)) {
      return GlyphPaint.Kind.HIDDEN;
    }
    onImage += background.isKnown() ? 0 : 1;
    boolean isDoubtful = !background.isKnown() && ink.isLike(InkColor.WHITE);
    return isDoubtful ? GlyphPaint.Kind.DOUBTFUL : GlyphPaint.Kind.VISIBLE;
  }

  /** Decides about a glyph at the end of the page, when it may have been covered. */
  public GlyphPaint.Kind finalKind(TextPosition glyph, GlyphPaint paint) {
    if (canvas.isEmpty() || paint.kind() == GlyphPaint.Kind.HIDDEN) {
      return paint.kind();
    }
    return switch (canvas.cover(paint.drawn(), GlyphSpot.of(glyph, canvas.page()))) {
      case NONE -> paint.kind();
      case AREA -> GlyphPaint.Kind.HIDDEN;
      case SCAN -> GlyphPaint.Kind.INKLESS;
    };
  }
}
