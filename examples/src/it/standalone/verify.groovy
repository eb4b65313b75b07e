// The layout that docs/starter.md recommends: one command starts it, and it holds what it says.
import java.util.jar.JarFile

def target = new File(basedir, 'target')
def jar = new File(target, 'pump-1.0.jar')
def manifest = new JarFile(jar).withCloseable { it.manifest.mainAttributes }
assert manifest.getValue('Enable-Native-Access') == 'ALL-UNNAMED'
assert new File(target, 'native').list().toList() == ['libaws-crt-jni.so']

def java = System.getProperty('java.home') + '/bin/java'
def process = [java, '-jar', jar.path, '--version'].execute()
def out = new StringBuilder()
def err = new StringBuilder()
process.waitForProcessOutput(out, err)
assert process.exitValue() == 0 : err
assert !out.isBlank()
assert err.isBlank() : err
