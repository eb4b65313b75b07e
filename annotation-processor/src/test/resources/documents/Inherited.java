class Doc extends Middle { public String own; }
class Middle extends Root implements Named { private String name; public String getName() { return name; } public void setName(String n) { name = n; } }
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonIgnoreProperties({"comment"})
abstract class Root { public int rootNumber; @JsonIgnore public String skipped; }
interface Named { String getName(); }
