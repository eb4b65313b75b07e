record Doc(Node tree, Map<String, Doc> docs, Maybe maybe) {}
record Node(String name, List<Node> children) {}
record Maybe(Optional<Maybe> next) {}
