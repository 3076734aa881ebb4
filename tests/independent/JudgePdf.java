// SPDX-License-Identifier: GPL-3.0-or-later
// What PDFBox, with BouncyCastle for the cryptography, says of the signatures of PDF files. One line for each: file, what,
// separated by a tab.
import java.io.File;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TimeStampToken;

public class JudgePdf {
    static X509CertificateHolder carried(org.bouncycastle.util.Store<X509CertificateHolder> store,
            org.bouncycastle.util.Selector<X509CertificateHolder> wanted) {
        return store.getMatches(wanted).iterator().next();
    }

    static String timestamp(byte[] contents, byte[] covered) throws Exception {
        TimeStampToken token = new TimeStampToken(new CMSSignedData(contents));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(covered);
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(carried(token.getCertificates(), token.getSID())));
        boolean fits = Arrays.equals(digest, token.getTimeStampInfo().getMessageImprintDigest());
        return fits ? "timestamp verifies" : "timestamp over other bytes";
    }

    static String signature(byte[] contents, byte[] covered) throws Exception {
        CMSSignedData cms = new CMSSignedData(new CMSProcessableByteArray(covered), contents);
        SignerInformation signer = cms.getSignerInfos().getSigners().iterator().next();
        boolean holds = signer.verify(
            new JcaSimpleSignerInfoVerifierBuilder().build(carried(cms.getCertificates(), signer.getSID())));
        String told = holds ? "verifies" : "does not verify";
        return signer.getUnsignedAttributes() == null ? told : told + " with a timestamp";
    }

    static String judge(PDSignature one, byte[] file) {
        try {
            byte[] contents = one.getContents(file);
            byte[] covered = one.getSignedContent(file);
            int[] range = one.getByteRange();
            String told = "ETSI.RFC3161".equals(one.getSubFilter()) ? timestamp(contents, covered)
                                                                    : signature(contents, covered);
            return told + (range[2] + range[3] == file.length ? ", whole file" : ", not the whole file");
        } catch (Exception e) {
            return brief(e);
        }
    }

    /** Some messages quote the whole signature. */
    static String brief(Exception e) {
        String told = String.valueOf(e.getMessage());
        return told.length() > 80 ? told.substring(0, 80) + "..." : told;
    }

    public static void main(String[] names) throws Exception {
        for (String name : names) {
            byte[] file = Files.readAllBytes(new File(name).toPath());
            try (PDDocument document = PDDocument.load(file)) {
                for (PDSignature one : document.getSignatureDictionaries())
                    System.out.println(name + "\t" + judge(one, file));
            } catch (Exception e) {
                System.out.println(name + "\t" + brief(e));
            }
        }
    }
}
