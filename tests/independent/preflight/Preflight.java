// SPDX-License-Identifier: GPL-3.0-or-later
// Judges each file against PDF/A-1b with Apache PDFBox preflight: "valid", or the errors it finds, each once.
import java.io.File;
import java.util.TreeSet;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

public class Preflight {
    private static ValidationResult judged(File file) throws Exception {
        PreflightParser parser = new PreflightParser(file);
        try {
            parser.parse();
            try (PreflightDocument document = parser.getPreflightDocument()) {
                document.validate();
                return document.getResult();
            }
        } catch (SyntaxValidationException broken) {
            return broken.getResult();
        }
    }

    public static void main(String[] paths) throws Exception {
        for (String path : paths) {
            ValidationResult result = judged(new File(path));
            TreeSet<String> errors = new TreeSet<>();
            for (ValidationResult.ValidationError error : result.getErrorsList())
                errors.add(error.getErrorCode() + " " + error.getDetails());
            System.out.println(path + ": " + (result.isValid() ? "valid" : "not valid " + errors));
        }
    }
}
