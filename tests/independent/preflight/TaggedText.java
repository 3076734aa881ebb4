// SPDX-License-Identifier: GPL-3.0-or-later
// Compares, page by page, the text that belongs to the structure, together with the heads of tables that are only repeated,
// with all the text between the running header and footer, as Apache PDFBox extracts them. What is repeated has to stand in the
// structure elsewhere. Prints the pages where something is missing or too much, or "alike".
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDMarkedContent;
import org.apache.pdfbox.text.PDFMarkedContentExtractor;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;

public class TaggedText {
    // Points from the top, of a page whose body lies between its header and its footer.
    private static final Rectangle2D BODY = new Rectangle2D.Double(0, 60, 595, 730);

    private static boolean isInBody(TextPosition letter) {
        return BODY.contains(letter.getXDirAdj(), letter.getYDirAdj());
    }

    // A blank where letters do not follow each other, as between the cells of a head.
    private static void collect(List<?> contents, StringBuilder text) {
        float end = 0;
        for (Object content : contents) {
            if (content instanceof PDMarkedContent)
                collect(((PDMarkedContent) content).getContents(), text);
            if (!(content instanceof TextPosition) || !isInBody((TextPosition) content))
                continue;
            TextPosition letter = (TextPosition) content;
            text.append(Math.abs(letter.getXDirAdj() - end) > 1 ? " " : "").append(letter.getUnicode());
            end = letter.getXDirAdj() + letter.getWidthDirAdj();
        }
    }

    private static void collect(PDPage page, StringBuilder tagged, StringBuilder repeated) throws Exception {
        PDFMarkedContentExtractor extractor = new PDFMarkedContentExtractor();
        extractor.processPage(page);
        for (PDMarkedContent content : extractor.getMarkedContents()) {
            StringBuilder text = content.getMCID() >= 0 ? tagged : repeated;
            collect(content.getContents(), text.append(' '));
        }
    }

    private static String all(PDPage page) throws Exception {
        PDFTextStripperByArea stripper = new PDFTextStripperByArea();
        stripper.addRegion("body", BODY);
        stripper.extractRegions(page);
        return stripper.getTextForRegion("body");
    }

    // Letters alone: the order of a table's cells and the breaks of lines are no part of the comparison.
    private static String letters(String text) {
        return text.codePoints().filter(Character::isLetterOrDigit).sorted()
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static Set<String> words(StringBuilder text) {
        return new HashSet<>(Arrays.asList(text.toString().split("[^\\p{L}\\p{N}]+")));
    }

    public static void main(String[] paths) throws Exception {
        for (String path : paths) {
            StringBuilder found = new StringBuilder();
            StringBuilder allTagged = new StringBuilder();
            StringBuilder allRepeated = new StringBuilder();
            try (PDDocument document = PDDocument.load(new File(path))) {
                int number = 0;
                for (PDPage page : document.getPages()) {
                    ++number;
                    StringBuilder tagged = new StringBuilder();
                    StringBuilder repeated = new StringBuilder();
                    collect(page, tagged, repeated);
                    if (!letters(tagged.toString() + repeated).equals(letters(all(page))))
                        found.append(' ').append(number);
                    allTagged.append(tagged);
                    allRepeated.append(repeated);
                }
            }
            Set<String> strange = words(allRepeated);
            strange.removeAll(words(allTagged));
            if (found.length() == 0 && strange.isEmpty())
                System.out.println(path + ": alike, " + allTagged.length());
            else
                System.out.println(path + ": pages" + found + " differ, not in the structure " + strange);
        }
    }
}
