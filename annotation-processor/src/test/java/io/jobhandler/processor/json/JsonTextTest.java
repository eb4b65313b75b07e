package io.jobhandler.processor.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  private static final JsonObject OBJECT =
      new JsonObject()
          .put("text", "a \"b\" \\ \n\t\u0001\u007f ä \ud83d\ude00")
          .put("numbers", List.of(1, 2.5))
          .put("nothing", JsonObject.NULL)
          .put("empty", new JsonObject())
          .put("none", List.of())
          .put("objects", List.of(new JsonObject().put("yes", true), List.of()));

  @Test
  void prettyIsIndentedByTwo() {
    assertThat(JsonText.pretty(OBJECT))
        .isEqualTo(
            """
            {
              "text": "a \\"b\\" \\\\ \\n\\t\\u0001\\u007f ä \\ud83d\\ude00",
              "numbers": [1, 2.5],
              "nothing": null,
              "empty": {},
              "none": [],
              "objects": [
                {
                  "yes": true
                },
                []
              ]
            }
            """);
  }

  @Test
  void compactIsOnOneLineAndTheSame() throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    String compact = JsonText.compact(OBJECT);

    assertThat(compact).doesNotContain("\n", ": ", ", ");
    assertThat(mapper.readTree(compact)).isEqualTo(mapper.readTree(JsonText.pretty(OBJECT)));
    assertThat(mapper.readTree(compact).get("text").textValue())
        .isEqualTo("a \"b\" \\ \n\t\u0001\u007f ä \ud83d\ude00");
  }
}
