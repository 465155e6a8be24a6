//! What is known of a question's answer over all states: a decision tree that grows by what is judged.
//!
//! A judged state teaches its answer together with the toggles that could matter to it; the answer is then known for every state that
//! agrees on those.

/// A decision tree over toggles; leaves hold answers.
#[derive(Clone, Debug)]
pub(super) struct Tree<T> {
    nodes: Vec<Node<T>>,
    /// States whose answer is known.
    covered: u64,
    toggles: u32,
    /// How often each toggle could have mattered. Those that mostly do are decided first, which keeps the tree small.
    mattered: Vec<u32>,
}

#[derive(Clone, Debug)]
enum Node<T> {
    /// Not judged yet.
    Open,
    /// Known.
    Leaf(T),
    /// It rests on a toggle; where the two sides are, and whether both are known to the end.
    Branch { bit: u32, sides: [usize; 2], done: bool },
}

impl<T: Copy> Tree<T> {
    /// Nothing known.
    pub(super) fn new(toggles: u32) -> Self {
        Self { nodes: vec![Node::Open], covered: 0, toggles, mattered: vec![0; 64] }
    }

    /// The answer in a state, if it is known.
    pub(super) fn get(&self, state: u64) -> Option<T> {
        let mut at = 0;
        loop {
            match self.nodes.get(at)? {
                Node::Open => return None,
                Node::Leaf(answer) => return Some(*answer),
                Node::Branch { bit, sides, .. } => at = side(*sides, *bit, state),
            }
        }
    }

    /// The answer in a state, if it is known, with the toggles it rests on: it is the same in every state that agrees on those.
    pub(super) fn certificate(&self, state: u64) -> Option<(T, u64)> {
        let (mut at, mut decided) = (0, 0);
        loop {
            match self.nodes.get(at)? {
                Node::Open => return None,
                Node::Leaf(answer) => return Some((*answer, decided)),
                Node::Branch { bit, sides, .. } => {
                    decided |= 1 << bit;
                    at = side(*sides, *bit, state);
                }
            }
        }
    }

    /// How many states have a known answer.
    pub(super) fn covered(&self) -> u64 {
        self.covered
    }

    /// Learns the answer in a state, true for all states that agree with it on these toggles. What is known stays.
    pub(super) fn learn(&mut self, state: u64, matter: u64, answer: T) {
        let mut path = Vec::new();
        let mut at = 0;
        let mut matter = matter & mask(self.toggles);
        for (count, bit) in self.mattered.iter_mut().zip(0..64u32) {
            *count += u32::from(matter >> bit & 1 == 1);
        }
        while let Some(Node::Branch { bit, sides, .. }) = self.nodes.get(at) {
            path.push(at);
            matter &= !(1 << bit);
            at = side(*sides, *bit, state);
        }
        if !matches!(self.nodes.get(at), Some(Node::Open)) {
            return;
        }
        let mut depth = u32::try_from(path.len()).unwrap_or(u32::MAX);
        let count = |bit: &u32| usize::try_from(*bit).ok().and_then(|at| self.mattered.get(at)).copied();
        let mut order: Vec<u32> = super::setting::bits(matter).collect();
        order.sort_by_key(|bit| std::cmp::Reverse(count(bit)));
        for bit in order {
            let sides = [self.nodes.len(), self.nodes.len() + 1];
            self.nodes.extend([Node::Open, Node::Open]);
            self.set(at, Node::Branch { bit, sides, done: false });
            path.push(at);
            at = side(sides, bit, state);
            depth += 1;
        }
        self.set(at, Node::Leaf(answer));
        self.covered += 1 << self.toggles.saturating_sub(depth);
        for at in path.into_iter().rev() {
            let Some(Node::Branch { sides, .. }) = self.nodes.get(at) else { continue };
            if sides.iter().any(|side| !self.is_done(*side)) {
                break;
            }
            if let Some(Node::Branch { done, .. }) = self.nodes.get_mut(at) {
                *done = true;
            }
        }
    }

    /// A state whose answer is not known, like the given one where that is possible.
    pub(super) fn open(&self, like: u64) -> Option<u64> {
        let (mut at, mut state) = (0, like);
        while !self.is_done(at) {
            match self.nodes.get(at)? {
                Node::Leaf(_) => return None,
                Node::Open => return Some(state),
                Node::Branch { bit, sides, .. } => {
                    at = side(*sides, *bit, state);
                    if self.is_done(at) {
                        state ^= 1 << bit;
                        at = side(*sides, *bit, state);
                    }
                }
            }
        }
        None
    }

    /// Calls back with every leaf: the toggles decided on the way, what they are, the answer.
    pub(super) fn leaves(&self, mut told: impl FnMut(u64, u64, T)) {
        let mut todo = vec![(0, 0, 0)];
        while let Some((at, decided, state)) = todo.pop() {
            match self.nodes.get(at) {
                Some(Node::Leaf(answer)) => told(decided, state, *answer),
                Some(Node::Branch { bit, sides: [off, on], .. }) => {
                    todo.push((*on, decided | 1 << bit, state | 1 << bit));
                    todo.push((*off, decided | 1 << bit, state));
                }
                Some(Node::Open) | None => {}
            }
        }
    }

    fn is_done(&self, at: usize) -> bool {
        match self.nodes.get(at) {
            Some(Node::Leaf(_)) => true,
            Some(Node::Branch { done, .. }) => *done,
            Some(Node::Open) | None => false,
        }
    }

    fn set(&mut self, at: usize, node: Node<T>) {
        if let Some(place) = self.nodes.get_mut(at) {
            *place = node;
        }
    }
}

fn side([off, on]: [usize; 2], bit: u32, state: u64) -> usize {
    if state >> bit & 1 == 1 { on } else { off }
}

/// The bits of all toggles.
pub(super) fn mask(toggles: u32) -> u64 {
    1u64.checked_shl(toggles).map_or(u64::MAX, |bit| bit - 1)
}
