record Doc() {}
