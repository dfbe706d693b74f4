"""The six numbers by which PDF turns, scales and moves: a point (x, y) goes to (ax + cy + e, bx + dy + f)."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does what the first does and then what the second does."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def inverse(matrix: Matrix) -> Matrix:
    """Return the matrix that undoes one. Raises ZeroDivisionError when it flattens everything."""
    a, b, c, d, e, f = matrix
    size = a * d - b * c
    return d / size, -b / size, -c / size, a / size, (c * f - d * e) / size, (b * e - a * f) / size


def applied(matrix: Matrix, x: float, y: float) -> Point:
    """Return where a point goes."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def shown_matrix(crop: tuple[float, float, float, float], angle: int, unit: float) -> Matrix:
    """Return the matrix from a page's own points to those of the page as displayed, from its top left downwards.

    `crop` is the visible rectangle (left, bottom, right, top), `angle` the page's turn clockwise, `unit` its UserUnit.
    """
    left, bottom, right, top = crop
    turns: dict[int, Matrix] = {
        0: (1, 0, 0, -1, -left, top),
        90: (0, 1, 1, 0, -bottom, -left),
        180: (-1, 0, 0, 1, right, -bottom),
        270: (0, -1, -1, 0, top, right),
    }
    return times(turns[angle % 360 // 90 * 90], (unit, 0, 0, unit, 0, 0))
