package io.jobhandler.internal.document;

import static io.jobhandler.internal.document.Decoding.decode;
import static io.jobhandler.internal.document.Decoding.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.jobhandler.ReasonCode;
import io.jobhandler.internal.fixture.TestJobs;
import io.jobhandler.internal.flow.JobOutcome;
import io.jobhandler.jobs.JobDocument;
import io.jobhandler.jobs.JobStatus;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentDecoderTest {

  @Test
  void findsTheHandlerOfTheOperation() throws DocumentFaultException {
    var decoded = decode(null, "{\"operation\":\"x\",\"anything\":[1,{\"a\":null}]}");

    assertThat(decoded.operation()).isEqualTo("x");
    assertThat(decoded.document()).isNull();
    assertThat(decoded.key()).isEqualTo(TestJobs.key("job-1"));
  }

  @Test
  void handsOverTheBytesAsTheyCame() throws DocumentFaultException {
    JobDocument document = JobDocument.of(" {\"n\":1.00, \"operation\":\"x\"} ");

    assertThat(decode(JobDocument.class, document).document()).isEqualTo(document);
  }

  @Test
  void listsTheKnownOperationsWhenOneIsUnknown() {
    JobOutcome outcome = refusal(null, "{\"operation\":\"reboott\"}");

    assertThat(outcome.status()).isEqualTo(JobStatus.REJECTED);
    assertThat(outcome.reasonCode()).isEqualTo(ReasonCode.UNKNOWN_OPERATION);
    assertThat(outcome.reason()).isEqualTo("no handler for operation 'reboott'; known: other, x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | the document has no 'operation'",
        "{\"Operation\":\"x\"} | the document has no 'operation'",
        "{\"v\":{\"operation\":\"x\"}} | the document has no 'operation'",
        "{\"operation\":1} | 'operation' is not a string",
        "{\"operation\":null} | 'operation' is not a string",
        "{\"operation\":[\"x\"]} | 'operation' is not a string",
        "[] | the document is not a JSON object",
        "\"x\" | the document is not a JSON object",
        "null | the document is not a JSON object",
        "`` | the document is not a JSON object",
        "{\"operation\":\"x\"} {} | there is more text behind the document",
        "{\"operation\":\"x\"}] | the document is not valid JSON at line 1, column 18",
        "{\"operation\":\"x\" | the document is not valid JSON at line 1, column 17",
        "{\"operation\":\"x\",} | the document is not valid JSON at line 1, column 18",
      })
  void refusesWhatIsNoDocument(String json, String reason) {
    JobOutcome outcome = refusal(null, json);

    assertThat(outcome.reasonCode()).isEqualTo(ReasonCode.INVALID_DOCUMENT);
    assertThat(outcome.reason()).startsWith(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"operation\":\"x\",\"operation\":\"x\"}",
        "{\"operation\":\"x\",\"v\":1,\"v\":2}",
        "{\"operation\":\"x\",\"v\":{\"a\":[{\"b\":1,\"b\":1}]}}",
        "{\"operation\":\"x\",\"v\":1,\"\\u0076\":2}",
      })
  void refusesDuplicateKeysAlsoWhereTheHandlerTakesNoDocument(String json) {
    assertThat(refusal(null, json).reason()).startsWith("duplicate property");
  }

  @Test
  void refusesDuplicateKeysInWhatTheTypeIgnores() {
    String json = "{\"operation\":\"x\",\"name\":\"a\",\"extra\":{\"b\":1,\"b\":2}}";

    assertThat(refusal(Documents.Lenient.class, json).reason()).startsWith("duplicate property");
  }

  @Test
  void allowsADepthOf32AndNoMore() throws DocumentFaultException {
    assertThat(decode(null, nested(31)).operation()).isEqualTo("x");

    JobOutcome outcome = refusal(null, nested(32));
    assertThat(outcome.reasonCode()).isEqualTo(ReasonCode.INVALID_DOCUMENT);
    assertThat(outcome.reason()).startsWith("the document is too large or too deep");
  }

  private static String nested(int arrays) {
    return "{\"operation\":\"x\",\"v\":%s%s}".formatted("[".repeat(arrays), "]".repeat(arrays));
  }

  @Test
  void allows128KibAndNoMore() throws DocumentFaultException {
    assertThat(decode(null, sized(128 * 1024)).operation()).isEqualTo("x");

    JobOutcome outcome = refusal(null, sized(128 * 1024 + 1));
    assertThat(outcome.reasonCode()).isEqualTo(ReasonCode.INVALID_DOCUMENT);
    assertThat(outcome.reason()).startsWith("the document is too large or too deep");
  }

  private static String sized(int bytes) {
    String frame = "{\"operation\":\"x\",\"v\":\"\"}";
    return frame.replace("\"\"", "\"" + "a".repeat(bytes - frame.length()) + "\"");
  }

  @Test
  void refusesUtf16AndUtf32() {
    String json = "{\"operation\":\"x\"}";

    assertThat(refusalOf(json.getBytes(StandardCharsets.UTF_16BE)).reason()).contains("not UTF-8");
    assertThat(refusalOf(json.getBytes(StandardCharsets.UTF_16LE)).reason()).contains("not UTF-8");
    assertThat(refusalOf(json.getBytes(StandardCharsets.UTF_16)).reason()).contains("not UTF-8");
  }

  private static JobOutcome refusalOf(byte[] json) {
    return refusal(null, JobDocument.copyOf(json, 0, json.length));
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    byte[] json = "{\"operation\":\"x\",\"v\":\"?\"}".getBytes(StandardCharsets.UTF_8);
    json[json.length - 3] = (byte) 0xC3;

    assertThat(refusalOf(json).reasonCode()).isEqualTo(ReasonCode.INVALID_DOCUMENT);
  }
}
