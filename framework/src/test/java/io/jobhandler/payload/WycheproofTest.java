package io.jobhandler.payload;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.jobhandler.testkit.SharedData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Project Wycheproof's vectors, through all that a payload goes through. */
class WycheproofTest {
  /** What is neither right nor wrong there is refused here; these files have no such case. */
  private static final List<String> ACCEPTABLE = List.of();

  @Test
  void decidesAsTheVectorsSay() throws IOException {
    JsonNode vectors =
        JsonMapper.builder()
            .build()
            .readTree(SharedData.require("wycheproof/ecdsa_secp256r1_sha256_test.json").toFile());
    Map<String, List<String>> wrong = new TreeMap<>(Map.of());
    List<String> acceptable = new ArrayList<>();
    int cases = 0;
    for (JsonNode group : vectors.path("testGroups")) {
      TrustAnchor anchor = TrustAnchor.ofPem("vector", group.path("publicKeyPem").asText());
      for (JsonNode test : group.path("tests")) {
        cases++;
        String label = test.path("tcId") + " " + test.path("comment").asText();
        String result = test.path("result").asText();
        if (result.equals("acceptable")) {
          acceptable.add(label);
        }
        if (isAccepted(anchor, test) != result.equals("valid")) {
          wrong.computeIfAbsent(result, key -> new ArrayList<>()).add(label);
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(acceptable).isEqualTo(ACCEPTABLE);
    assertThat(cases).isEqualTo(vectors.path("numberOfTests").asInt()).isGreaterThan(400);
  }

  private static boolean isAccepted(TrustAnchor anchor, JsonNode test) {
    byte[] payload = Verifying.hex(test.path("msg").asText());
    byte[] signature = Verifying.hex(test.path("sig").asText());
    CodeSignature declared =
        new CodeSignature(
            payload.length, Base64.getEncoder().encodeToString(signature), "SHA256withECDSA");
    try {
      return Verifying.verify(anchor, declared, payload).size() == payload.length;
    } catch (PayloadRefusedException e) {
      return false;
    } catch (Exception e) {
      throw new AssertionError(test.path("tcId").asText(), e);
    }
  }
}
